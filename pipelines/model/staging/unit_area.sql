-- staging.unit_area: grain half_year × body × level. As staging.area, with the areas of official statistics instead of bodies: one of them holds both Aachen bodies.
select half_year, body, 'unit' as level, unit as area, {'level': 'unit', 'share': 1, 'share_of': 1} as need from staging.due
union all
select half_year, body, level, area, need from staging.area where level <> 'body';
