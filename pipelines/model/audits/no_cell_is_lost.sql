-- Every number of a return that counts is staged once, and nothing else is.
with
raw_number as (
  select d.half_year, d.body, c.table_id, c.field, count(*) as cells, sum(c.value) as total
  from raw.cell c join staging.due d using (submission)
  where c.part = 'input' and c.state in ('number', 'implied') group by all
),
staged_number as (
  select half_year, body, table_id, field, count(*) as cells, sum(s.figure.value) as total
  from staging.cell s join raw.field f using (field)
  where s.figure.status = 'known' and s.row_key is not null and f.kind not in ('mark', 'code', 'place', 'halfYear', 'date', 'text') group by all
)
select * from raw_number r full join staged_number s using (half_year, body, table_id, field)
where r.cells is distinct from s.cells or r.total is distinct from s.total;
