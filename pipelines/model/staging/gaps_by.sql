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
answer as (
  unpivot (select half_year, body, row_key, luecke_thema, art, rechtskreis, ebene, status, 'all' as "all" from staging.gap)
  on luecke_thema, art, rechtskreis, ebene, status, "all" into name dimension value code
),
place as (select half_year, body, dimension, code from staging.due cross join dimension),
matched as (
  select p.half_year, p.body, p.dimension, p.code, gap.* exclude (half_year, body)
  from place p left join answer a using (half_year, body, dimension, code)
    left join staging.gap gap on gap.half_year = p.half_year and gap.body = p.body and (gap.row_key = a.row_key or gap.row_key is null)
)
select half_year, body, dimension, code,
  totalled(luecken_count) as luecken_count, totalled(offen_count) as offen_count, totalled(neu_count) as neu_count, totalled(geloest_count) as geloest_count,
  totalled(luecke_faelle) as luecke_faelle
from matched group by all;
