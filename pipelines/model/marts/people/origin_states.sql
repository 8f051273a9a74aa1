-- mart.origin_states: grain half_year × body × staat
select half_year, level, area, nat as staat, rolled(n_bestand, need) as n_bestand, rolled(n_neu, need) as n_neu, rolled(n_beratung, need) as n_beratung
from staging.t04n join staging.area using (half_year, body)
where level = 'body'
group by all;
