-- mart.steering: grain half_year × level × area
with
agreement as (select *, added([koop_anfang, koop_neu, times(koop_beendet, -1)]) as koop_ende_count from staging.t08k)
select half_year, level, area,
  rolled(koop_anfang, need) as koop_anfang, rolled(koop_neu, need) as koop_neu, rolled(koop_beendet, need) as koop_beendet, rolled(koop_ende_count, need) as koop_ende_count,
  rolled(koop_ka, need) as koop_ka, rolled(koop_fw, need) as koop_fw, rolled(schulung_koord_tage, need) as schulung_koord_tage, rolled(koord_kurs_fertig, need) as koord_kurs_fertig,
  rolled(schulung_cm_tage, need) as schulung_cm_tage, rolled(schulung_b3_tage, need) as schulung_b3_tage, rolled(treffen_teilnahmen, need) as treffen_teilnahmen,
  rolled(prozessbegl_tage, need) as prozessbegl_tage, rolled(massnahmen_n, need) as massnahmen_n
from agreement join staging.t08q using (half_year, body) join staging.area using (half_year, body)
group by all;
