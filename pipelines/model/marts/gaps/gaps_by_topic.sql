-- mart.gaps_by_topic: grain half_year × level × area × luecke_thema
select half_year, level, area, code as luecke_thema, rolled(luecken_count, need) as luecken_count, rolled(offen_count, need) as offen_count, rolled(neu_count, need) as neu_count, rolled(geloest_count, need) as geloest_count
from staging.gaps_by join staging.area using (half_year, body)
where dimension = 'luecke_thema'
group by all;
