-- Distributions add up to what they distribute, wherever both are known.
with
total as (
  select half_year, level, area, cm_bestand_ende, cm_neu, cm_beendet from mart.caseload where level = 'body'
),
part as (
  select half_year, area, 'phases' as what, 'cm_bestand_ende' as of_what, sum(cm_phase) as parts, bool_and(cm_phase_status = 'known') as known from mart.phases where phase >= '3' group by all
  union all select half_year, area, 'age_gender', 'cm_bestand_ende', sum(n_bestand), bool_and(n_bestand_status = 'known') from mart.age_gender group by all
  union all select half_year, area, 'residence_status', 'cm_bestand_ende', sum(n_bestand), bool_and(n_bestand_status = 'known') from mart.residence_status group by all
  union all select half_year, area, 'duration_of_stay', 'cm_bestand_ende', sum(n_bestand), bool_and(n_bestand_status = 'known') from mart.duration_of_stay group by all
  union all select half_year, area, 'households', 'cm_bestand_ende', sum(n_bestand), bool_and(n_bestand_status = 'known') from mart.households group by all
  union all select half_year, area, 'benefits', 'cm_bestand_ende', sum(n_bestand), bool_and(n_bestand_status = 'known') from mart.benefits group by all
  union all select half_year, area, 'origins', 'cm_bestand_ende', sum(n_bestand), bool_and(n_bestand_status = 'known') from mart.origins group by all
  union all select half_year, area, 'origins', 'cm_neu', sum(n_neu), bool_and(n_neu_status = 'known') from mart.origins group by all
  union all select half_year, area, 'gender', 'cm_neu', sum(n_neu), bool_and(n_neu_status = 'known') from mart.gender group by all
  union all select half_year, area, 'residence_status', 'cm_neu', sum(n_neu), bool_and(n_neu_status = 'known') from mart.residence_status group by all
  union all select half_year, area, 'duration_of_stay', 'cm_neu', sum(n_neu), bool_and(n_neu_status = 'known') from mart.duration_of_stay group by all
  union all select half_year, area, 'access', 'cm_neu', sum(zugang_n), bool_and(zugang_n_status = 'known') from mart.access group by all
  union all select half_year, area, 'closures', 'cm_beendet', sum(ende_n), bool_and(ende_n_status = 'known') from mart.closures group by all
  union all select half_year, area, 'closure_durations', 'cm_beendet', sum(dauer_klasse), bool_and(dauer_klasse_status = 'known') from mart.closure_durations group by all
),
compared as (
  select p.half_year, p.area, p.what, p.of_what, p.parts,
    case p.of_what when 'cm_bestand_ende' then t.cm_bestand_ende when 'cm_neu' then t.cm_neu else t.cm_beendet end as total
  from part p join total t using (half_year, area) where p.known
)
select * from compared where total is not null and total is distinct from parts;
