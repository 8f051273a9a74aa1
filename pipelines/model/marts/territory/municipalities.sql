-- mart.municipalities: grain half_year × body × ka_ags
select half_year, 'body' as level, body as area, row_key as ka_ags, hat_abh, hat_ja, hat_ir, koord_abgelehnt, in_lg, vertrag, gem_konzept,
  own(sprechstunde_std) as sprechstunde_std, own(cm_vzae_anteil) as cm_vzae_anteil
from staging.t11
where row_key is not null;
