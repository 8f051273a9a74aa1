-- mart.age_gender: grain half_year × level × area × altersgruppe × geschlecht
select half_year, level, area, alt as altersgruppe, ges as geschlecht, rolled(n_bestand, need) as n_bestand
from staging.t04a join staging.area using (half_year, body)
group by all;
