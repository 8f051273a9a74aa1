-- mart.closures: grain half_year × level × area × grund
select half_year, level, area, row_key as grund, rolled(ende_n, need) as ende_n, rolled(ende_evaluation, need) as ende_evaluation
from staging.t07e join staging.area using (half_year, body)
group by all;
