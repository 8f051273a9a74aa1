-- mart.gaps_by_solver: grain half_year × level × area × ebene
select half_year, level, area, code as ebene, rolled(luecken_count, need) as luecken_count, rolled(offen_count, need) as offen_count, rolled(neu_count, need) as neu_count, rolled(geloest_count, need) as geloest_count
from staging.gaps_by join staging.area using (half_year, body)
where dimension = 'ebene'
group by all;
