-- mart.gap_register: grain half_year × body × luecke_id
select half_year, level, area, row_key as luecke_id, titel, art, luecke_thema, rechtskreis, quelle, ebene, status, periode_erst, periode_geloest, ergebnis,
  rolled(luecke_faelle, need) as luecke_faelle
from staging.t09 join staging.area using (half_year, body)
where level = 'body' and row_key is not null
group by all;
