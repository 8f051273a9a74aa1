-- mart.returns: grain half_year × level × area
with
file as (
  select half_year, body, count(*) filter (not accepted) as rejected, min(received_on) filter (accepted) as first_on from staging.submission group by all
),
finding as (
  select half_year, body, count(*) filter (severity = 'warning') as warnings, count(*) filter (severity = 'note') as notes,
    count(*) filter (severity = 'warning' and explanation is not null) as explained
  from staging.finding where counts group by all
),
body as (
  select d.half_year, d.body, d.submission is not null as counted,
    known((d.submission is not null)::integer) as meldungen_count,
    known(coalesce(file.first_on <= d.deadline, false)::integer) as fristgerecht_count,
    known(coalesce(d.return_kind = 'F', false)::integer) as fehlanzeigen_count,
    known(coalesce(file.rejected, 0)) as abgewiesen_count,
    if(counted, known(coalesce(finding.warnings, 0)), gap('not_reported')) as warnungen_count,
    if(counted, known(coalesce(finding.explained, 0)), gap('not_reported')) as erlaeutert_count,
    if(counted, known(coalesce(finding.notes, 0)), gap('not_reported')) as hinweise_count
  from staging.due d left join file using (half_year, body) left join finding using (half_year, body)
)
select half_year, level, area,
  rolled(meldungen_count, need) as meldungen_count, rolled(fristgerecht_count, need) as fristgerecht_count, rolled(fehlanzeigen_count, need) as fehlanzeigen_count,
  rolled(abgewiesen_count, need) as abgewiesen_count, rolled(warnungen_count, need) as warnungen_count, rolled(erlaeutert_count, need) as erlaeutert_count,
  rolled(hinweise_count, need) as hinweise_count
from body join staging.area using (half_year, body)
group by all;
