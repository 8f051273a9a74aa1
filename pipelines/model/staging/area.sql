-- staging.area: grain half_year × body × level. Where a body counts, and which share of the bodies must be known there.
with
due as (select half_year, body, district, stichtag from staging.due),
parameter as (
  select half_year, name, value
  from (select distinct half_year, stichtag from due) join raw.parameter on stichtag >= from_day and stichtag <= coalesce(until_day, stichtag)
),
state_share as (select half_year, value as share, (select count(*) from raw.body) as share_of from parameter where name = 'landessumme_mindestmeldungen'),
district_share as (select half_year, value as share, 100 as share_of from parameter where name = 'bezirkssumme_mindestanteil')
select half_year, body, 'body' as level, body as area, {'level': 'body', 'share': 1, 'share_of': 1} as need from due
union all
select half_year, body, 'district', district, {'level': 'district', 'share': share, 'share_of': share_of} from due join district_share using (half_year)
union all
select half_year, body, 'state', 'NRW', {'level': 'state', 'share': share, 'share_of': share_of} from due join state_share using (half_year);
