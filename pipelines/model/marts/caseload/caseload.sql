-- mart.caseload: grain half_year × level × area
with
site as (
  select half_year, body,
    totalled(cm_bestand_anfang) as cm_bestand_anfang, totalled(cm_neu) as cm_neu, totalled(cm_wieder) as cm_wieder, totalled(cm_beendet) as cm_beendet,
    totalled(cm_bestand_ende) as cm_bestand_ende, totalled(cm_personen_ende) as cm_personen_ende, totalled(voluntary(bestandsbereinigung)) as bestandsbereinigung,
    totalled(erstberatungen) as erstberatungen, totalled(verweisberatungen) as verweisberatungen, totalled(folgeberatungen_ohne_cm) as folgeberatungen_ohne_cm,
    totalled(folgeberatungen) as folgeberatungen, totalled(beratungen_ohne_zuordnung) as beratungen_ohne_zuordnung,
    totalled(voluntary(beratungen_ohne_zuordnung)) as ohne_zuordnung, totalled(one(cm_bestand_ende, entry)) as orte_count
  from staging.t03 group by all
),
process as (select * exclude (row_key) from staging.t03p),
case_manager as (
  select half_year, body, vzae_besetzt as cm_besetzt_vzae, vzae_monate as cm_monate_vzae from staging.posts_by where dimension = 'funktion' and code = 'CM'
),
derived as (
  select *,
    added([erstberatungen, verweisberatungen, folgeberatungen_ohne_cm, folgeberatungen, ohne_zuordnung]) as beratungen_count,
    added([cm_bestand_anfang, cm_neu]) as bearbeitet_count
  from site join process using (half_year, body) join case_manager using (half_year, body)
)
select half_year, level, area,
  rolled(cm_bestand_anfang, need) as cm_bestand_anfang, rolled(cm_neu, need) as cm_neu, rolled(cm_wieder, need) as cm_wieder, rolled(cm_beendet, need) as cm_beendet,
  rolled(cm_bestand_ende, need) as cm_bestand_ende, rolled(cm_personen_ende, need) as cm_personen_ende, rolled(bestandsbereinigung, need) as bestandsbereinigung,
  rolled(erstberatungen, need) as erstberatungen, rolled(verweisberatungen, need) as verweisberatungen, rolled(folgeberatungen_ohne_cm, need) as folgeberatungen_ohne_cm,
  rolled(folgeberatungen, need) as folgeberatungen, rolled(beratungen_ohne_zuordnung, need) as beratungen_ohne_zuordnung,
  rolled(beratungen_count, need) as beratungen_count, rolled(bearbeitet_count, need) as bearbeitet_count, rolled(orte_count, need) as orte_count,
  rolled(cm_assessment, need) as cm_assessment, rolled(cm_zielvereinbarung, need) as cm_zielvereinbarung, rolled(cm_reassessment, need) as cm_reassessment,
  rolled(rechtskreiswechsel, need) as rechtskreiswechsel, rolled(ratsuchende, need) as ratsuchende, rolled(anwesende, need) as anwesende, rolled(warteliste, need) as warteliste,
  rolled(seiteneinstieg, need) as seiteneinstieg, rolled(cm_besetzt_vzae, need) as cm_besetzt_vzae, rolled(cm_monate_vzae, need) as cm_monate_vzae,
  rolled_ratio(cm_bestand_ende, cm_besetzt_vzae, need) as faelle_je_vzae, rolled_ratio(beratungen_count, bearbeitet_count, need) as beratungen_je_fall,
  rolled_ratio(beratungen_count, cm_monate_vzae, need) as beratungen_je_monat, rolled_ratio(cm_personen_ende, cm_bestand_ende, need) as personen_je_fall,
  rolled_ratio(cm_assessment, cm_bestand_ende, need) as assessment_quote, rolled_ratio(cm_zielvereinbarung, cm_bestand_ende, need) as vereinbarung_quote
from derived join staging.area using (half_year, body)
group by all;
