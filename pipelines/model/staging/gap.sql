-- staging.gap: grain half_year × body × gap. What each Systemlücke adds to the figures of sheet 09; a list without rows has one row without a key.
with
answered as (select *, one_answer(status, entry) as luecken_count from staging.t09)
select half_year, body, row_key, luecke_thema, art, rechtskreis, ebene, status, luecken_count, luecke_faelle,
  one_if(luecken_count, status in ('1', '2', '3', '4', '5', '7')) as offen_count,
  one_if(luecken_count, periode_erst = half_year) as neu_count,
  one_if(luecken_count, status = '6' and periode_geloest = half_year) as geloest_count
from answered;
