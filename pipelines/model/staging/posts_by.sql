-- staging.posts_by: grain half_year × body × dimension × code. Posts summed up by each answer of theirs; dimension `all` has one code.
with
dimension as (
  select 'baustein' as dimension, code from raw.code where list = 'CL_BAUSTEIN'
  union all select 'funktion', code from raw.code where list = 'CL_FUNKTION'
  union all select 'traeger', code from raw.code where list = 'CL_TRAEGER'
  union all select 'vakanzgrund', code from raw.code where list = 'CL_VAKANZ'
  union all select 'all', 'all'
),
answer as (
  unpivot (select half_year, body, row_key, baustein, funktion, traeger, vakanzgrund, 'all' as "all" from staging.post)
  on baustein, funktion, traeger, vakanzgrund, "all" into name dimension value code
),
place as (select half_year, body, dimension, code from staging.due cross join dimension),
matched as (
  select p.half_year, p.body, p.dimension, p.code, post.* exclude (half_year, body)
  from place p left join answer a using (half_year, body, dimension, code)
    left join staging.post post on post.half_year = p.half_year and post.body = p.body and (post.row_key = a.row_key or post.row_key is null)
)
select half_year, body, dimension, code,
  totalled(stellen_count) as stellen_count, totalled(vzae_bewilligt) as vzae_bewilligt, totalled(vzae_besetzt) as vzae_besetzt, totalled(koepfe) as koepfe,
  totalled(vzae_monate) as vzae_monate, totalled(unbesetzt_vzae) as unbesetzt_vzae, totalled(unbesetzte_monate_vzae) as unbesetzte_monate_vzae,
  totalled(vakanz_eur) as vakanz_eur
from matched group by all;
