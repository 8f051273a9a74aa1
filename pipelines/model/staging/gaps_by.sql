-- staging.gaps_by: grain half_year × body × dimension × code. Systemlücken summed up by each answer of theirs; dimension `all` has one code.
with
dimension as (
  select v.dimension, c.code from raw.code c join (
    values ('luecke_thema', 'CL_THEMA'), ('art', 'CL_LUECKE_ART'), ('rechtskreis', 'CL_RECHTSKREIS'), ('ebene', 'CL_EBENE'), ('status', 'CL_LUECKE_STATUS')
  ) v(dimension, list) using (list)
  union all select 'all', 'all'
),
entry as (select *, 'all' as "all" from staging.gap where row_key is not null),
answered as (unpivot entry on luecke_thema, art, rechtskreis, ebene, status, "all" into name dimension value code),
keyed as (
  from answered
  -- a list that says nothing says nothing about any code
  union all by name select dimension, code, gap.* exclude (luecke_thema, art, rechtskreis, ebene, status) from staging.gap cross join dimension where row_key is null
)
select half_year, body, dimension, code,
  totalled(luecken_count) as luecken_count, totalled(offen_count) as offen_count, totalled(neu_count) as neu_count, totalled(geloest_count) as geloest_count,
  totalled(luecke_faelle) as luecke_faelle
from staging.due cross join dimension left join keyed using (half_year, body, dimension, code)
group by all;
