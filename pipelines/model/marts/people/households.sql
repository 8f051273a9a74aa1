-- mart.households: grain half_year × level × area × haushalt
select half_year, level, area, hh as haushalt, rolled(n_bestand, need) as n_bestand
from staging.t04h join staging.area using (half_year, body)
group by all;
