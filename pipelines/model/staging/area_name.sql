-- staging.area_name: grain half_year × level × area. Its name and how many bodies are due in it.
with
place as (
  select half_year, level, area, body from staging.area
  union all
  select half_year, level, area, body from staging.unit_area where level = 'unit'
),
counted as (select half_year, level, area, count(*)::integer as bodies_due from place group by all)
select c.half_year, c.level, c.area, c.bodies_due,
  case c.level
    when 'state' then 'Nordrhein-Westfalen'
    when 'district' then 'Regierungsbezirk ' || c.area
    when 'unit' then if(c.bodies_due = 1, b.name, 'StädteRegion und Stadt Aachen')
    else b.name end as area_name
from counted c left join raw.body b on b.body = c.area;
