-- mart.naturalisation: grain half_year × level × area
with
authority as (
  select half_year, body,
    totalled(eb_anfang) as eb_anfang, totalled(eb_eingang) as eb_eingang, totalled(eb_vollz_antraege) as eb_vollz_antraege, totalled(eb_vollz_personen) as eb_vollz_personen,
    totalled(eb_abgelehnt) as eb_abgelehnt, totalled(eb_zurueck) as eb_zurueck, totalled(eb_sonst) as eb_sonst, totalled(eb_ende) as eb_ende,
    totalled(b3_beratungen) as b3_beratungen, totalled(b3_cm_von) as b3_cm_von, totalled(b3_cm_an) as b3_cm_an, totalled(b3_kampagne) as b3_kampagne,
    totalled(b3_mso) as b3_mso
  from staging.t10e group by all
)
select half_year, level, area,
  rolled(eb_anfang, need) as eb_anfang, rolled(eb_eingang, need) as eb_eingang, rolled(eb_vollz_antraege, need) as eb_vollz_antraege, rolled(eb_vollz_personen, need) as eb_vollz_personen,
  rolled(eb_abgelehnt, need) as eb_abgelehnt, rolled(eb_zurueck, need) as eb_zurueck, rolled(eb_sonst, need) as eb_sonst, rolled(eb_ende, need) as eb_ende,
  rolled(b3_beratungen, need) as b3_beratungen, rolled(b3_cm_von, need) as b3_cm_von, rolled(b3_cm_an, need) as b3_cm_an, rolled(b3_kampagne, need) as b3_kampagne,
  rolled(b3_mso, need) as b3_mso,
  rolled_ratio(eb_vollz_antraege, eb_eingang, need) as erledigungsquote
from authority join staging.area using (half_year, body)
group by all;
