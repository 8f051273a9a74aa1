-- Each body has at most one return that counts per half-year.
select half_year, body, count(*) as returns from staging.submission where counts group by all having count(*) > 1;
