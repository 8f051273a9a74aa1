-- mart.municipalities: grain half_year × body × ka_ags
select half_year, level, area, row_key as ka_ags, hat_abh, hat_ja, hat_ir, koord_abgelehnt, in_lg, vertrag, gem_konzept,
  rolled(sprechstunde_std, need) as sprechstunde_std, rolled(cm_vzae_anteil, need) as cm_vzae_anteil
from staging.t11 join staging.area using (half_year, body)
where level = 'body' and row_key is not null
group by all;
