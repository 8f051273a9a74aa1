-- mart.residence_status: grain half_year × level × area × aufenthaltsstatus
with
by_status as (
  select half_year, body, sta as aufenthaltsstatus,
    any_value(n_bestand) filter (ges is null) as n_bestand, any_value(n_bestand) filter (ges = 'w') as weiblich_count, any_value(n_neu) filter (ges is null) as n_neu
  from staging.t04s group by all
)
select half_year, level, area, aufenthaltsstatus, rolled(n_bestand, need) as n_bestand, rolled(weiblich_count, need) as weiblich_count, rolled(n_neu, need) as n_neu
from by_status join staging.area using (half_year, body)
group by all;
