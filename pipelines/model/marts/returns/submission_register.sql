-- mart.submission_register: grain half_year × body × submission
with
finding as (
  select submission, count(*) filter (severity = 'error') as errors, count(*) filter (severity = 'warning') as warnings, count(*) filter (severity = 'note') as notes
  from staging.finding group by all
)
select half_year, 'body' as level, body as area, submission, version, received_on as received, verdict, counts, format,
  own(known(coalesce(errors, 0))) as fehler_count, own(known(coalesce(warnings, 0))) as warnungen_count, own(known(coalesce(notes, 0))) as hinweise_count
from staging.submission left join finding using (submission);
