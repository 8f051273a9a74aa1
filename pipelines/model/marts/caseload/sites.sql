-- mart.sites: grain half_year × body × ort_key
with
site as (
  select *,
    added([erstberatungen, verweisberatungen, folgeberatungen_ohne_cm, folgeberatungen, voluntary(beratungen_ohne_zuordnung)]) as beratungen_count
  from staging.t03 where row_key <> '-'
)
select half_year, 'body' as level, body as area, row_key as ort_key, ort_name, ort_ags, ort_traeger,
  own(cm_bestand_anfang) as cm_bestand_anfang, own(cm_neu) as cm_neu, own(cm_beendet) as cm_beendet, own(cm_bestand_ende) as cm_bestand_ende,
  own(cm_personen_ende) as cm_personen_ende, own(voluntary(bestandsbereinigung)) as bestandsbereinigung, own(beratungen_count) as beratungen_count,
  own(ort_sprechstunde_std) as ort_sprechstunde_std
from site;
