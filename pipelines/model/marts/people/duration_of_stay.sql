-- mart.duration_of_stay: grain half_year × level × area × aufenthaltsdauer
select half_year, level, area, auf as aufenthaltsdauer, rolled(n_bestand, need) as n_bestand, rolled(n_neu, need) as n_neu
from staging.t04d join staging.area using (half_year, body)
group by all;
