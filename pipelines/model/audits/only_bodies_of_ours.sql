-- No accepted return comes from a body that is none of the 54, or for no half-year.
select s.submission, s.body, s.half_year from raw.submission s left join raw.body b using (body)
where s.verdict not in ('rejected', 'set-aside') and (b.body is null or s.half_year is null);
