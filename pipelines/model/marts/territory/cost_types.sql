-- mart.cost_types: grain half_year × level × area × baustein
select half_year, level, area, row_key as baustein, rolled(eur_personal, need) as eur_personal, rolled(eur_sach, need) as eur_sach, rolled(eur_prozess, need) as eur_prozess, rolled(eur_massnahmen, need) as eur_massnahmen, rolled(eur_dolmetsch, need) as eur_dolmetsch
from staging.t12b join staging.area using (half_year, body)
group by all;
