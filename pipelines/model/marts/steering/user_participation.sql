-- mart.user_participation: grain half_year × level × area × beteiligung
select half_year, level, area, row_key as beteiligung, rolled(nutzerbeteiligung, need) as beteiligung_count
from staging.t08n join staging.area using (half_year, body)
group by all;
