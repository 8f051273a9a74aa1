/**
 * Figures in SQL are structs {value, status, silent}; value is there exactly if status is known. `silent`: the return left an answer out that it may leave out.
 * What adds up over rows (`totalled`) needs every cell; what adds up over bodies (`rolled`) needs enough of them: at least `need`, which the area brings along:
 * {level, share, share_of}, at least share of share_of. So a gap is never a zero, and each aggregate knows how many bodies are in it.
 */
export const macros: readonly string[] = [
  "known(v) as {'value': v::decimal(18,2), 'status': 'known', 'silent': false}",
  "gap(reason) as {'value': null::decimal(18,2), 'status': reason, 'silent': false}",
  "voluntary(f) as case when f.silent then known(0) else f end",
  "times(f, factor) as {'value': (f.value * factor)::decimal(18,2), 'status': f.status, 'silent': f.silent}",
  `plus(a, b) as case
     when a.status = 'not_reported' or b.status = 'not_reported' then gap('not_reported')
     when a.status = 'known' or b.status = 'known' then known(coalesce(a.value, 0) + coalesce(b.value, 0))
     when a.status = 'not_asked' or b.status = 'not_asked' then gap('not_asked')
     else gap('not_applicable') end`,
  "minus(a, b) as plus(a, times(b, -1))",
  // A list without a fitting row is a known nothing; whether the list itself is known, its row without a key says.
  `totalled(f) as case
     when count(f.status) = 0 then known(0)
     when count(*) filter (f.status = 'not_reported') > 0 then gap('not_reported')
     when count(*) filter (f.status = 'known') > 0 then known(sum(f.value))
     when count(*) filter (f.status = 'not_asked') > 0 then gap('not_asked')
     else gap('not_applicable') end`,
  // Counts a row if the answer in it is known; `entry` is 1 for a row, 0 where a list says nothing.
  "one(f, entry) as {'value': case when f.status = 'known' then entry.value end, 'status': f.status, 'silent': false}",
  "one_answer(code, entry) as case when entry.value = 1 and code is null then gap('not_reported') else entry end",
  "one_if(f, matches) as case when f.status = 'known' and not coalesce(matches, false) then known(0) else f end",
  "half_up(num, den) as (2 * num + den - ((2 * num + den) % (2 * den) + 2 * den) % (2 * den)) // (2 * den)",
  "hundredths(f) as (f.value * 100)::bigint",
  // months in hundredths × cents a year ÷ 12, to the cent
  `priced(months, amount) as {'value': (half_up(hundredths(months)::hugeint * amount, 1200) * 0.01)::decimal(18,2), 'status': months.status, 'silent': false}`,
  "applies(status) as status in ('known', 'not_reported')",
  "enough(answers, asked, need) as answers > 0 and answers * need.share_of >= need.share * asked",
  `rolled_status(status, need) as case
     when count(*) filter (applies(status)) > 0 then if(enough(count(*) filter (status = 'known'), count(*) filter (applies(status)), any_value(need)), 'known', 'not_reported')
     when count(*) filter (status = 'not_applicable') = 0 then 'not_asked'
     else 'not_applicable' end`,
  `rolled(f, need) as {
     'value': case when rolled_status(f.status, need) = 'known' then sum(f.value)::decimal(18,2) end,
     'status': rolled_status(f.status, need),
     'bodies': count(*) filter (f.status = 'known')}`,
  // What does not add over bodies: known for one body, and for more of them it is no question.
  `single(f, need) as {
     'value': case when any_value(need.level) = 'body' then any_value(f.value) end,
     'status': case when any_value(need.level) = 'body' then any_value(f.status) else 'not_applicable' end,
     'bodies': count(*) filter (f.status = 'known' and need.level = 'body')}`,
  `paired(n, d) as case
     when n.status = 'known' and d.status = 'known' then 'known'
     when not applies(n.status) then n.status
     when not applies(d.status) then d.status
     else 'not_reported' end`,
  `rolled_ratio_status(n, d, need) as case
     when rolled_status(paired(n, d), need) = 'known' and sum(d.value) filter (paired(n, d) = 'known') = 0 then 'not_applicable'
     else rolled_status(paired(n, d), need) end`,
  // Both over the same bodies; nothing per nothing is no question.
  `rolled_ratio(n, d, need) as {
     'num': case when rolled_ratio_status(n, d, need) = 'known' then (sum(n.value) filter (paired(n, d) = 'known'))::decimal(18,2) end,
     'den': case when rolled_ratio_status(n, d, need) = 'known' then (sum(d.value) filter (paired(n, d) = 'known'))::decimal(18,2) end,
     'status': rolled_ratio_status(n, d, need),
     'bodies': count(*) filter (paired(n, d) = 'known')}`,
];
