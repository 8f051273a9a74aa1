-- staging.submission: grain submission that says for which body and half-year it is. The version is its rank by received, whatever the file says.
with
readable as (
  select s.* from raw.submission s join raw.body using (body) join raw.half_year using (half_year)
),
ranked as (
  select *,
    row_number() over (partition by half_year, body order by received, submission)::integer as version,
    verdict not in ('rejected', 'set-aside') as accepted
  from readable
),
last_accepted as (
  select *, accepted and row_number() over (partition by half_year, body, accepted order by received desc, submission desc) = 1 as counts from ranked
)
select * from last_accepted;
