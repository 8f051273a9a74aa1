-- mart.gaps_by_law: grain half_year × level × area × rechtskreis
select half_year, level, area, code as rechtskreis, rolled(luecken_count, need) as luecken_count, rolled(offen_count, need) as offen_count, rolled(neu_count, need) as neu_count, rolled(geloest_count, need) as geloest_count
from staging.gaps_by join staging.area using (half_year, body)
where dimension = 'rechtskreis'
group by all;
