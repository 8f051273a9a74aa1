-- Every body is due once for every half-year, and every return that counts is one that was due.
with
due as (select half_year, count(*) as bodies, count(distinct body) as different from staging.due group by all),
uneven as (select half_year, bodies, different from due where bodies <> (select count(*) from raw.body) or different <> bodies),
stray as (select half_year, body from staging.submission where counts and submission not in (select submission from staging.due where submission is not null))
select half_year, bodies::varchar as what from uneven
union all
select half_year, body from stray;
