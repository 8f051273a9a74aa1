-- mart.actors: grain half_year × level × area × akteur
select half_year, level, area, row_key as akteur, rolled(akteur_vertreten, need) as vertreten_count, rolled(akteur_leitung, need) as leitung_count
from staging.t08a join staging.area using (half_year, body)
group by all;
