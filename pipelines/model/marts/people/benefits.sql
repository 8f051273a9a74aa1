-- mart.benefits: grain half_year × level × area × leistung
select half_year, level, area, rk as leistung, rolled(n_bestand, need) as n_bestand
from staging.t04l join staging.area using (half_year, body)
group by all;
