-- mart.posts_by_function: grain half_year × level × area × funktion
select half_year, level, area, code as funktion,
  rolled(stellen_count, need) as stellen_count, rolled(vzae_bewilligt, need) as vzae_bewilligt, rolled(vzae_besetzt, need) as vzae_besetzt, rolled(koepfe, need) as koepfe,
  rolled(vzae_monate, need) as vzae_monate, rolled(unbesetzt_vzae, need) as unbesetzt_vzae, rolled(unbesetzte_monate_vzae, need) as unbesetzte_monate_vzae,
  rolled(vakanz_eur, need) as vakanz_eur, rolled_ratio(vzae_besetzt, vzae_bewilligt, need) as besetzungsquote
from staging.posts_by join staging.area using (half_year, body)
where dimension = 'funktion'
group by all;
