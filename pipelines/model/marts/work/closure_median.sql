-- mart.closure_median: grain half_year × level × area; the estimate lies where half of the cases of all bodies whose classes are known have ended
with
total as (select half_year, body, totalled(dauer_klasse) as ended from staging.t07d group by all),
reported as (select half_year, body, dauer_median, ended from total join staging.t07m using (half_year, body)),
area as (
  select half_year, level, area, single(dauer_median, need) as dauer_median, rolled(ended, need) as ended
  from reported join staging.area using (half_year, body) group by all
),
class as (
  select half_year, level, area, row_key as class, sum(dauer_klasse.value)::bigint as cases
  from staging.t07d join total using (half_year, body) join staging.area using (half_year, body)
  where ended.status = 'known' group by all
),
bound as (from (values ('1', 0, 3), ('2', 3, 6), ('3', 6, 12), ('4', 12, 24), ('5', 24, 36), ('6', 36, null)) as bound (class, low, high)),
course as (
  select *, sum(cases) over up_to - cases as before, sum(cases) over up_to as up_to_here, sum(cases) over (partition by half_year, level, area) as all_cases
  from class join bound using (class)
  window up_to as (partition by half_year, level, area order by class)
),
middle as (
  select half_year, level, area,
    half_up(low * 200 * cases + (high - low) * 100 * (all_cases - 2 * before), 2 * cases) as hundredths
  from course where cases > 0 and 2 * before < all_cases and all_cases <= 2 * up_to_here
)
select half_year, level, area, dauer_median,
  {'value': case when ended.status = 'known' then (hundredths * 0.01)::decimal(18,2) end,
   'status': case when ended.status = 'known' and hundredths is null then 'not_applicable' else ended.status end,
   'bodies': ended.bodies} as median_geschaetzt
from area left join middle using (half_year, level, area);
