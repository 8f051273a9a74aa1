-- Posts by Baustein and by employer add up to all posts.
with
every as (select half_year, level, area, vzae_bewilligt, vzae_besetzt from mart.posts where vzae_bewilligt_status = 'known'),
baustein as (select half_year, level, area, sum(vzae_bewilligt) as vzae_bewilligt, sum(vzae_besetzt) as vzae_besetzt from mart.posts_by_baustein group by all),
employer as (select half_year, level, area, sum(vzae_bewilligt) as vzae_bewilligt, sum(vzae_besetzt) as vzae_besetzt from mart.posts_by_employer group by all)
select e.* from every e left join baustein b using (half_year, level, area) left join employer t using (half_year, level, area)
where e.vzae_bewilligt is distinct from b.vzae_bewilligt or e.vzae_bewilligt is distinct from t.vzae_bewilligt or e.vzae_besetzt is distinct from b.vzae_besetzt;
