-- mart.post_register: grain half_year × body × stelle_id
select half_year, level, area, row_key as stelle_id, funktion, traeger, anbindung, einsatz_ags, besetzung_seit, vakanzgrund, qualifikation,
  rolled(vzae_bewilligt, need) as vzae_bewilligt, rolled(vzae_besetzt, need) as vzae_besetzt, rolled(koepfe, need) as koepfe, rolled(vzae_monate, need) as vzae_monate
from staging.t02 join staging.area using (half_year, body)
where level = 'body' and row_key is not null
group by all;
