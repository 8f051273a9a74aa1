-- mart.vacancies: grain half_year × level × area × vakanzgrund
select half_year, level, area, code as vakanzgrund, rolled(stellen_count, need) as stellen_count, rolled(unbesetzt_vzae, need) as unbesetzt_vzae
from staging.posts_by join staging.area using (half_year, body)
where dimension = 'vakanzgrund'
group by all;
