-- mart.finance: grain half_year × level × area × baustein
select half_year, level, area, row_key as baustein, rolled(eur_bewilligt, need) as eur_bewilligt, rolled(eur_abgerufen, need) as eur_abgerufen, rolled(eur_verausgabt, need) as eur_verausgabt, rolled(eur_weiter_ka, need) as eur_weiter_ka, rolled(eur_weiter_fw, need) as eur_weiter_fw, rolled(eur_eigenanteil, need) as eur_eigenanteil
from staging.t12a join staging.area using (half_year, body)
group by all;
