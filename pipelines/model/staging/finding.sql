-- staging.finding: grain submission × number. Findings of every submission that names a body and a half-year, with the explanation on sheet 13 for the same rule and place.
with
entry as (
  select submission, row_key,
    upper(trim(any_value(code) filter (field = 'regel_id'))) as rule,
    upper(regexp_replace(any_value(code) filter (field = 'fundstelle'), '[\s$'']', '', 'g')) as place,
    any_value(code) filter (field = 'erlaeuterung') as explanation
  from raw.cell where table_id = 'T13' and part = 'input' group by all
),
placed as (
  select f.*, s.half_year, s.body, s.counts, upper(f.sheet || '!' || f.cell) as place, upper(f.sheet) as wide_place
  from raw.finding f join staging.submission s using (submission)
),
explained as (
  select p.submission, p.number, string_agg(e.explanation, ' ' order by e.row_key) as explanation
  from placed p join entry e on e.submission = p.submission and e.rule = p.rule and coalesce(e.place, p.place) in (p.place, p.wide_place) and e.explanation is not null
  group by all
)
select p.half_year, p.body, p.submission, p.number, p.counts, p.rule, p.severity, p.sheet, p.cell, p.field, p.found, p.expected, p.message, e.explanation
from placed p left join explained e using (submission, number);
