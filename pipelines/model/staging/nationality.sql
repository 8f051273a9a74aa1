-- staging.nationality: grain nationality key. The origin group of each.
select nationality, name, origin_group from raw.nationality;
