-- mart.findings_by_rule: grain half_year × level × area × rule; every rule that fired in any return that counts
with
rule as (select distinct rule from staging.finding where counts),
finding as (
  select half_year, body, rule, count(*) as findings, count(*) filter (explanation is not null) as explained from staging.finding where counts group by all
),
body as (
  select half_year, body, rule,
    if(submission is null, gap('not_reported'), known(coalesce(findings, 0))) as befunde_count,
    if(submission is null, gap('not_reported'), known(coalesce(explained, 0))) as erlaeutert_count
  from staging.due cross join rule left join finding using (half_year, body, rule)
)
select half_year, level, area, rule, rolled(befunde_count, need) as befunde_count, rolled(erlaeutert_count, need) as erlaeutert_count
from body join staging.area using (half_year, body)
group by all;
