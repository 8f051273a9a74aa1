-- mart.origins: grain half_year × level × area × herkunftsgruppe; single states and rest rows added up
with
grouped as (
  select half_year, body, case when nat like 'G-%' then nat[3:] else origin_group end as herkunftsgruppe,
    totalled(n_bestand) as n_bestand, totalled(n_neu) as n_neu, totalled(n_beratung) as n_beratung
  from staging.t04n left join staging.nationality on nationality = nat
  group by all
)
select half_year, level, area, herkunftsgruppe, rolled(n_bestand, need) as n_bestand, rolled(n_neu, need) as n_neu, rolled(n_beratung, need) as n_beratung
from grouped join staging.area using (half_year, body)
group by all;
