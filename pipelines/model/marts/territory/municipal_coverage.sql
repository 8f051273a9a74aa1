-- mart.municipal_coverage: grain half_year × level × area
with
covered as (
  select half_year, body, totalled(one(sprechstunde_std, entry)) as kommunen_count, totalled(sprechstunde_std) as sprechstunde_std,
    totalled(one_if(one_answer(in_lg, entry), in_lg = 'J')) as in_lg_count, totalled(one_if(one_answer(vertrag, entry), vertrag = 'J')) as vertrag_count,
    totalled(one_if(one_answer(gem_konzept, entry), gem_konzept = 'J')) as konzept_count
  from staging.t11 group by all
)
select half_year, level, area,
  rolled(kommunen_count, need) as kommunen_count, rolled(sprechstunde_std, need) as sprechstunde_std, rolled(in_lg_count, need) as in_lg_count,
  rolled(vertrag_count, need) as vertrag_count, rolled(konzept_count, need) as konzept_count
from covered join staging.area using (half_year, body)
group by all;
