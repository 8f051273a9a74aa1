-- mart.access: grain half_year × level × area × zugang
select half_year, level, area, row_key as zugang, rolled(zugang_n, need) as zugang_n
from staging.t06z join staging.area using (half_year, body)
group by all;
