-- staging.cell: grain half_year × body × table_id × row_key × field. Every cell the form asks for, answered or not; a list without rows has one row without a key.
with
asked as (
  select q.form, q.table_id, q.field, q.row_key, q.row_suffix, t.kind = 'list' as in_list
  from raw.question q join raw.form_table t using (form, table_id)
),
used as (
  select distinct submission, table_id, regexp_replace(row_key, ',[A-Z]+=\w+$', '') as row_key
  from raw.cell semi join (select submission from staging.due) using (submission)
  where part in ('input', 'key')
),
wanted as (
  select d.half_year, d.body, d.form, d.submission, a.table_id, a.field, a.row_key
  from staging.due d join asked a using (form) where a.row_key is not null
  union all
  select d.half_year, d.body, d.form, d.submission, a.table_id, a.field, u.row_key || a.row_suffix
  from staging.due d join asked a using (form) join used u using (submission, table_id)
  where a.row_key is null and (a.in_list or (d.form, a.table_id, a.field, u.row_key) not in (select (form, table_id, field, row_key) from asked where row_key is not null))
  union all
  select d.half_year, d.body, d.form, d.submission, a.table_id, a.field, null
  from staging.due d join asked a using (form) where a.in_list
    and not exists (select 1 from used u where u.submission = d.submission and u.table_id = a.table_id)
),
answered as (
  select w.*, d.has_municipalities, d.return_kind, t.only_in, t.only_for, t.empty_means, f.kind, f.since, f.until, c.state, c.value, c.code,
    f.kind = 'mark' and bool_or(coalesce(c.state = 'mark', false)) over (partition by w.half_year, w.body, w.table_id, w.field) as has_mark
  from wanted w
    join staging.due d using (half_year, body)
    join raw.form_table t on t.form = w.form and t.table_id = w.table_id
    join raw.field f on f.field = w.field
    left join raw.cell c on c.submission = w.submission and c.table_id = w.table_id and c.field = w.field and c.row_key = w.row_key and c.part = 'input'
),
explained as (
  select *,
    case
      when state in ('number', 'implied', 'mark', 'code', 'text', 'date') then 'known'
      when state in ('unknown', 'invalid') then 'not_reported'
      when state in ('not_asked', 'not_applicable') then state
      -- an x-list with at least one x has been answered as a whole; without any nobody knows
      when has_mark then 'known'
      when half_year < since or half_year > until or right(half_year, 2) <> only_in then 'not_asked'
      when only_for = 'kreis' and not has_municipalities then 'not_applicable'
      when row_key is null and return_kind = 'V' then coalesce(empty_means, 'known')
      else 'not_reported'
    end as status
  from answered
)
select half_year, body, table_id, row_key, field,
  {'value': case when status = 'known' then case when kind = 'mark' then if(state = 'mark', 1, 0) else coalesce(value, 0) end end::decimal(18,2),
   'status': status,
   'silent': return_kind = 'V' and row_key is not null and coalesce(state, 'empty') in ('empty', 'not_applicable')} as figure,
  code
from explained;
