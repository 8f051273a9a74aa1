-- staging.posts_by: grain half_year × body × dimension × code. Posts summed up by each answer of theirs; dimension `all` has one code.
with
dimension as (
  select v.dimension, c.code from raw.code c join (
    values ('baustein', 'CL_BAUSTEIN'), ('funktion', 'CL_FUNKTION'), ('traeger', 'CL_TRAEGER'), ('vakanzgrund', 'CL_VAKANZ')
  ) v(dimension, list) using (list)
  union all select 'all', 'all'
),
entry as (select *, 'all' as "all" from staging.post where row_key is not null),
answered as (unpivot entry on baustein, funktion, traeger, vakanzgrund, "all" into name dimension value code),
keyed as (
  from answered
  -- a list that says nothing says nothing about any code
  union all by name select dimension, code, post.* exclude (baustein, funktion, traeger, vakanzgrund) from staging.post cross join dimension where row_key is null
)
select half_year, body, dimension, code,
  totalled(stellen_count) as stellen_count, totalled(vzae_bewilligt) as vzae_bewilligt, totalled(vzae_besetzt) as vzae_besetzt, totalled(koepfe) as koepfe,
  totalled(vzae_monate) as vzae_monate, totalled(unbesetzt_vzae) as unbesetzt_vzae, totalled(unbesetzte_monate_vzae) as unbesetzte_monate_vzae,
  totalled(vakanz_eur) as vakanz_eur
from staging.due cross join dimension left join keyed using (half_year, body, dimension, code)
group by all;
