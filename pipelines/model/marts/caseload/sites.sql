-- mart.sites: grain half_year × body × ort_key
with
site as (
  select *,
    added([erstberatungen, verweisberatungen, folgeberatungen_ohne_cm, folgeberatungen, voluntary(beratungen_ohne_zuordnung)]) as beratungen_count
  from staging.t03 where row_key <> '-'
)
select half_year, level, area, row_key as ort_key, ort_name, ort_ags, ort_traeger,
  rolled(cm_bestand_anfang, need) as cm_bestand_anfang, rolled(cm_neu, need) as cm_neu, rolled(cm_beendet, need) as cm_beendet, rolled(cm_bestand_ende, need) as cm_bestand_ende,
  rolled(cm_personen_ende, need) as cm_personen_ende, rolled(voluntary(bestandsbereinigung), need) as bestandsbereinigung, rolled(beratungen_count, need) as beratungen_count,
  rolled(ort_sprechstunde_std, need) as ort_sprechstunde_std
from site join staging.area using (half_year, body)
where level = 'body'
group by all;
