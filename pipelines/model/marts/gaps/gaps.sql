-- mart.gaps: grain half_year × level × area
select half_year, level, area, rolled(luecken_count, need) as luecken_count, rolled(offen_count, need) as offen_count, rolled(neu_count, need) as neu_count, rolled(geloest_count, need) as geloest_count, rolled(luecke_faelle, need) as luecke_faelle
from staging.gaps_by join staging.area using (half_year, body)
where dimension = 'all'
group by all;
