-- mart.counselling_forms: grain half_year × level × area × beratungsform
select half_year, level, area, row_key as beratungsform, rolled(beratung_form, need) as beratung_form
from staging.t03f join staging.area using (half_year, body)
group by all;
