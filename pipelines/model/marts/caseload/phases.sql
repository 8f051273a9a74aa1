-- mart.phases: grain half_year × level × area × phase
select half_year, level, area, row_key as phase, rolled(cm_phase, need) as cm_phase
from staging.t03h join staging.area using (half_year, body)
group by all;
