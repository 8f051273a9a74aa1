-- mart.origin_sites: grain half_year × body × ort_key × herkunftsgruppe
select half_year, level, area, entry_key as ort_key, nag as herkunftsgruppe, rolled(n_bestand_ort, need) as n_bestand_ort
from staging.t04o join staging.area using (half_year, body)
where level = 'body' and nag is not null and entry_key <> '-'
group by all;
