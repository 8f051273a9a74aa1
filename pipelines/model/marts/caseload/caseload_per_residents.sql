-- mart.caseload_per_residents: grain half_year × level × area; the two Aachen bodies are one area of official statistics, so they have a rate only together
with
summed as (select half_year, body, totalled(cm_bestand_ende) as cm_bestand_ende from staging.t03 group by all),
resident as (select body, unit, known(coalesce(foreigners, 0)) as auslaender_count from staging.resident),
paired as (
  select s.*, r.auslaender_count,
    if(bool_and(s.cm_bestand_ende.status in ('known', 'not_reported')) over both_of_them and not bool_and(s.cm_bestand_ende.status = 'known') over both_of_them, gap('not_reported'), s.cm_bestand_ende) as together
  from summed s join resident r using (body)
  window both_of_them as (partition by s.half_year, r.unit)
)
select half_year, level, area,
  rolled(cm_bestand_ende, need) as cm_bestand_ende, rolled(auslaender_count, need) as auslaender_count, rolled_ratio(together, auslaender_count, need) as faelle_je_1000
from paired join staging.unit_area using (half_year, body)
group by all;
