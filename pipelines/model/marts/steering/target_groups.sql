-- mart.target_groups: grain half_year × level × area × zielgruppe_code
select half_year, level, area, row_key as zielgruppe_code, rolled(zielgruppe, need) as zielgruppe_count
from staging.t01z join staging.area using (half_year, body)
group by all;
