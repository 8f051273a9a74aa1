-- staging.gaps_by: grain half_year × body × dimension × code. Systemlücken summed up by each answer of theirs; dimension `all` has one code.
with
dimension as (
  select 'luecke_thema' as dimension, code from raw.code where list = 'CL_THEMA'
  union all select 'art', code from raw.code where list = 'CL_LUECKE_ART'
  union all select 'rechtskreis', code from raw.code where list = 'CL_RECHTSKREIS'
  union all select 'ebene', code from raw.code where list = 'CL_EBENE'
  union all select 'status', code from raw.code where list = 'CL_LUECKE_STATUS'
  union all select 'all', 'all'
),
keyed as (
  select 'luecke_thema' as dimension, luecke_thema as code, * from staging.gap where row_key is not null
  union all select 'art', art, * from staging.gap where row_key is not null
  union all select 'rechtskreis', rechtskreis, * from staging.gap where row_key is not null
  union all select 'ebene', ebene, * from staging.gap where row_key is not null
  union all select 'status', status, * from staging.gap where row_key is not null
  union all select 'all', 'all', * from staging.gap where row_key is not null
  -- a list that says nothing says nothing about any code
  union all select dimension, code, gap.* from staging.gap cross join dimension where row_key is null
)
select half_year, body, dimension, code,
  totalled(luecken_count) as luecken_count, totalled(offen_count) as offen_count, totalled(neu_count) as neu_count, totalled(geloest_count) as geloest_count,
  totalled(luecke_faelle) as luecke_faelle
from staging.due cross join dimension left join keyed using (half_year, body, dimension, code)
group by all;
