-- mart.counselling_places: grain half_year × level × area × beratungsort
select half_year, level, area, row_key as beratungsort, rolled(beratung_ort, need) as beratung_ort
from staging.t03o join staging.area using (half_year, body)
group by all;
