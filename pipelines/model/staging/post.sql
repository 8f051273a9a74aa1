-- staging.post: grain half_year × body × post. What each post adds to the figures of sheet 02; a list without rows has one row without a key.
with
amount as (
  select d.half_year, b.funktion, p.value as amount
  from (select distinct half_year, stichtag from staging.due) d cross join raw.baustein b
    join raw.parameter p on p.name = b.amount and d.stichtag >= p.from_day and d.stichtag <= coalesce(p.until_day, d.stichtag)
),
month as (
  select *, minus(vzae_bewilligt, vzae_besetzt) as unbesetzt_vzae, minus(times(vzae_bewilligt, 6), vzae_monate) as unbesetzte_monate_vzae from staging.t02
)
select m.half_year, m.body, m.row_key, m.funktion, b.baustein, m.traeger, m.vakanzgrund,
  one(m.vzae_bewilligt, m.entry) as stellen_count, m.vzae_bewilligt, m.vzae_besetzt, m.koepfe, m.vzae_monate, m.unbesetzt_vzae, m.unbesetzte_monate_vzae,
  case when m.row_key is null then m.unbesetzte_monate_vzae else priced(m.unbesetzte_monate_vzae, a.amount) end as vakanz_eur
from month m left join raw.baustein b using (funktion) left join amount a using (half_year, funktion);
