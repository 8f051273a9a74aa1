-- mart.topics: grain half_year × level × area × handlungsfeld
select half_year, level, area, row_key as handlungsfeld, rolled(thema_faelle, need) as thema_faelle, rolled(thema_haupt, need) as thema_haupt, rolled(thema_geloest, need) as thema_geloest
from staging.t05 join staging.area using (half_year, body)
group by all;
