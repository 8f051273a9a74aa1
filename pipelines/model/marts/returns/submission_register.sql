-- mart.submission_register: grain half_year × body × submission
with
finding as (
  select submission, count(*) filter (severity = 'error') as errors, count(*) filter (severity = 'warning') as warnings, count(*) filter (severity = 'note') as notes
  from staging.finding group by all
)
select half_year, level, area, submission, version, received_on as received, verdict, counts, format,
  rolled(known(coalesce(errors, 0)), need) as fehler_count, rolled(known(coalesce(warnings, 0)), need) as warnungen_count, rolled(known(coalesce(notes, 0)), need) as hinweise_count
from staging.submission left join finding using (submission) join staging.area using (half_year, body)
where level = 'body'
group by all;
