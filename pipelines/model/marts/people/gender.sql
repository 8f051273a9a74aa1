-- mart.gender: grain half_year × level × area × geschlecht
with
by_gender as (select half_year, body, ges, totalled(n_bestand) as n_bestand from staging.t04a group by all)
select half_year, level, area, ges as geschlecht, rolled(b.n_bestand, need) as n_bestand, rolled(n.n_neu, need) as n_neu
from by_gender b join staging.t04g n using (half_year, body, ges) join staging.area using (half_year, body)
group by all;
