-- mart.return_register: grain half_year × body
with
file as (
  select half_year, body, count(*)::integer as versions, min(received_on) filter (accepted) as first_received,
    count(*) filter (verdict = 'set-aside') as aside from staging.submission group by all
),
counting as (select half_year, body, submission, version, received_on, form from staging.submission where counts)
select d.half_year, 'body' as level, d.body as area,
  case when c.submission is not null then 'counted' when file.aside > 0 then 'set-aside' when file.versions > 0 then 'rejected' else 'missing' end as state,
  d.return_kind, c.version, coalesce(file.versions, 0) as versions, c.received_on as received, file.first_received, d.deadline,
  file.first_received <= d.deadline as in_time, c.form as form_version, c.submission
from staging.due d left join file using (half_year, body) left join counting c using (half_year, body);
