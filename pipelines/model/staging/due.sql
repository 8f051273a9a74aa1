-- staging.due: grain half_year × body. What each body owes for each half-year, with the submission that counts, if there is one.
with
counting as (select half_year, body, submission, return_kind from staging.submission where counts),
span as (select min(half_year) as first_one, max(half_year) as last_one from counting),
half_year as (select h.* from raw.half_year h join span on h.half_year between span.first_one and span.last_one)
select h.half_year, b.body, b.district, b.unit, b.has_municipalities, h.form, h.stichtag, h.deadline, c.submission, c.return_kind
from half_year h cross join raw.body b left join counting c on c.half_year = h.half_year and c.body = b.body;
