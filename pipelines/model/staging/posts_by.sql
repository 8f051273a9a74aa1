-- staging.posts_by: grain half_year × body × dimension × code. Posts summed up by each answer of theirs; dimension `all` has one code.
with
dimension as (
  select 'baustein' as dimension, code from raw.code where list = 'CL_BAUSTEIN'
  union all select 'funktion', code from raw.code where list = 'CL_FUNKTION'
  union all select 'traeger', code from raw.code where list = 'CL_TRAEGER'
  union all select 'vakanzgrund', code from raw.code where list = 'CL_VAKANZ'
  union all select 'all', 'all'
),
keyed as (
  select 'baustein' as dimension, baustein as code, * from staging.post where row_key is not null
  union all select 'funktion', funktion, * from staging.post where row_key is not null
  union all select 'traeger', traeger, * from staging.post where row_key is not null
  union all select 'vakanzgrund', vakanzgrund, * from staging.post where row_key is not null
  union all select 'all', 'all', * from staging.post where row_key is not null
  -- a list that says nothing says nothing about any code
  union all select dimension, code, post.* from staging.post cross join dimension where row_key is null
)
select half_year, body, dimension, code,
  totalled(stellen_count) as stellen_count, totalled(vzae_bewilligt) as vzae_bewilligt, totalled(vzae_besetzt) as vzae_besetzt, totalled(koepfe) as koepfe,
  totalled(vzae_monate) as vzae_monate, totalled(unbesetzt_vzae) as unbesetzt_vzae, totalled(unbesetzte_monate_vzae) as unbesetzte_monate_vzae,
  totalled(vakanz_eur) as vakanz_eur
from staging.due cross join dimension left join keyed using (half_year, body, dimension, code)
group by all;
