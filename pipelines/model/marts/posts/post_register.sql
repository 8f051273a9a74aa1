-- mart.post_register: grain half_year × body × stelle_id
select half_year, 'body' as level, body as area, row_key as stelle_id, funktion, traeger, anbindung, einsatz_ags, besetzung_seit, vakanzgrund, qualifikation,
  own(vzae_bewilligt) as vzae_bewilligt, own(vzae_besetzt) as vzae_besetzt, own(koepfe) as koepfe, own(vzae_monate) as vzae_monate
from staging.t02
where row_key is not null;
