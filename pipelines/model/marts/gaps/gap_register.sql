-- mart.gap_register: grain half_year × body × luecke_id
select half_year, 'body' as level, body as area, row_key as luecke_id, titel, art, luecke_thema, rechtskreis, quelle, ebene, status, periode_erst, periode_geloest, ergebnis,
  own(luecke_faelle) as luecke_faelle
from staging.t09
where row_key is not null;
