-- mart.steering_groups: grain half_year × level × area × gremium
select half_year, level, area, row_key as gremium, rolled(gruppen_n, need) as gruppen_n, rolled(sitzungen, need) as sitzungen, rolled(mitglieder, need) as mitglieder, rolled(beschluesse, need) as beschluesse, rolled(beschluesse_umgesetzt, need) as beschluesse_umgesetzt
from staging.t08g join staging.area using (half_year, body)
group by all;
