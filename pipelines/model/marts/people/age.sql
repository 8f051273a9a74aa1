-- mart.age: grain half_year × level × area × altersgruppe
with
by_age as (select half_year, body, alt as altersgruppe, totalled(n_bestand) as n_bestand from staging.t04a group by all)
select half_year, level, area, altersgruppe, rolled(n_bestand, need) as n_bestand
from by_age join staging.area using (half_year, body)
group by all;
