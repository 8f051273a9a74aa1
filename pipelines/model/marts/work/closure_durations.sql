-- mart.closure_durations: grain half_year × level × area × dauer
select half_year, level, area, row_key as dauer, rolled(dauer_klasse, need) as dauer_klasse
from staging.t07d join staging.area using (half_year, body)
group by all;
