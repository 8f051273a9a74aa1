-- The Land is the sum of its Regierungsbezirke where all of them are known, and as many bodies are in it as in them.
with
figure as (
  select half_year, level, 'cm_bestand_ende' as name, cm_bestand_ende as value, cm_bestand_ende_bodies as bodies from mart.caseload
  union all select half_year, level, 'cm_neu', cm_neu, cm_neu_bodies from mart.caseload
  union all select half_year, level, 'beratungen_count', beratungen_count, beratungen_count_bodies from mart.caseload
  union all select half_year, level, 'vzae_besetzt', vzae_besetzt, vzae_besetzt_bodies from mart.posts
  union all select half_year, level, 'vakanz_eur', vakanz_eur, vakanz_eur_bodies from mart.posts
  union all select half_year, level, 'luecken_count', luecken_count, luecken_count_bodies from mart.gaps
  union all select half_year, level, 'meldungen_count', meldungen_count, meldungen_count_bodies from mart.returns
),
land as (select half_year, name, value, bodies from figure where level = 'state'),
district as (select half_year, name, if(count(value) = count(*), sum(value), null) as value, sum(bodies) as bodies from figure where level = 'district' group by all)
select * from land l join district d using (half_year, name)
where l.bodies is distinct from d.bodies or (l.value is not null and d.value is not null and l.value is distinct from d.value);
