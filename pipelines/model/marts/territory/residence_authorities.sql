-- mart.residence_authorities: grain half_year × level × area
with
authority as (
  select half_year, body,
    totalled(p25a_antrag) as p25a_antrag, totalled(p25a_erteilt) as p25a_erteilt, totalled(p25a_abgelehnt) as p25a_abgelehnt, totalled(p25b_antrag) as p25b_antrag,
    totalled(p25b_erteilt) as p25b_erteilt, totalled(p25b_abgelehnt) as p25b_abgelehnt, totalled(p104c_erteilt) as p104c_erteilt, totalled(p104c_uebergang) as p104c_uebergang,
    totalled(b3_beratungen) as b3_beratungen, totalled(b3_cm_von) as b3_cm_von, totalled(b3_cm_an) as b3_cm_an, totalled(b3_kampagne) as b3_kampagne,
    totalled(b3_mso) as b3_mso
  from staging.t10a group by all
),
granted as (select *, added([p25a_erteilt, p25b_erteilt]) as erteilt_count from authority),
decided as (select *, added([erteilt_count, p25a_abgelehnt, p25b_abgelehnt]) as entschieden_count from granted)
select half_year, level, area,
  rolled(p25a_antrag, need) as p25a_antrag, rolled(p25a_erteilt, need) as p25a_erteilt, rolled(p25a_abgelehnt, need) as p25a_abgelehnt, rolled(p25b_antrag, need) as p25b_antrag,
  rolled(p25b_erteilt, need) as p25b_erteilt, rolled(p25b_abgelehnt, need) as p25b_abgelehnt, rolled(p104c_erteilt, need) as p104c_erteilt, rolled(p104c_uebergang, need) as p104c_uebergang,
  rolled(b3_beratungen, need) as b3_beratungen, rolled(b3_cm_von, need) as b3_cm_von, rolled(b3_cm_an, need) as b3_cm_an, rolled(b3_kampagne, need) as b3_kampagne,
  rolled(b3_mso, need) as b3_mso,
  rolled(erteilt_count, need) as erteilt_count, rolled(entschieden_count, need) as entschieden_count, rolled_ratio(erteilt_count, entschieden_count, need) as erteilungsquote
from decided join staging.area using (half_year, body)
group by all;
