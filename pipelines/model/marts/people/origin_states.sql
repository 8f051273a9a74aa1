-- mart.origin_states: grain half_year × body × staat
select half_year, 'body' as level, body as area, nat as staat, own(n_bestand) as n_bestand, own(n_neu) as n_neu, own(n_beratung) as n_beratung
from staging.t04n;
