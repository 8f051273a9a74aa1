-- mart.steering_products: grain half_year × level × area × produkt
select half_year, level, area, row_key as produkt, rolled(produkte, need) as produkt_count
from staging.t08p join staging.area using (half_year, body)
group by all;
