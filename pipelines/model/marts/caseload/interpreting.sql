-- mart.interpreting: grain half_year × level × area × sprachmittlung_art
select half_year, level, area, row_key as sprachmittlung_art, rolled(sprachmittlung, need) as sprachmittlung
from staging.t03s join staging.area using (half_year, body)
group by all;
