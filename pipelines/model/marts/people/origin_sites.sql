-- mart.origin_sites: grain half_year × body × ort_key × herkunftsgruppe
select half_year, 'body' as level, body as area, entry_key as ort_key, nag as herkunftsgruppe, own(n_bestand_ort) as n_bestand_ort
from staging.t04o
where nag is not null and entry_key <> '-';
