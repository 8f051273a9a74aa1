-- mart.referrals: grain half_year × level × area × verweis
select half_year, level, area, row_key as verweis, rolled(verweis_n, need) as verweis_n, rolled(verweis_rueck, need) as verweis_rueck
from staging.t06r join staging.area using (half_year, body)
group by all;
