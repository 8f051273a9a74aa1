/** Looks at what was counted once and for all: a macro repeats its argument wherever it is named, a lambda does not. */
const once = (counted: string, name: string, made: string) => `list_transform([${counted}], lambda ${name}: ${made})[1]`;

/** What a sum over parts is, by how many of them are what: one gap is enough, and nothing at all is a known nothing. */
const pooled = `case
  when c.parts = 0 then {'value': 0::decimal(18,2), 'status': 'known', 'silent': false}
  when c.missing > 0 then {'value': null, 'status': 'not_reported', 'silent': false}
  when c.known > 0 then {'value': c.total::decimal(18,2), 'status': 'known', 'silent': false}
  when c.not_asked > 0 then {'value': null, 'status': 'not_asked', 'silent': false}
  else {'value': null, 'status': 'not_applicable', 'silent': false} end`;
/** Status of a sum over bodies: known if enough of those it applies to are. */
const enough = `case
  when c.applying > 0 then if(c.known > 0 and c.known * c.need.share_of >= c.need.share * c.applying, 'known', 'not_reported')
  when c.not_applicable = 0 then 'not_asked'
  else 'not_applicable' end`;
const countedOver = (status: string) => `'known': count(*) filter (${status} = 'known'), 'applying': count(*) filter (${status} in ('known', 'not_reported')),
  'not_applicable': count(*) filter (${status} = 'not_applicable'), 'need': any_value(need)`;

/**
 * Figures in SQL are structs {value, status, silent}; value is there exactly if status is known. `silent`: the return left an answer out that it may leave out.
 * What adds up over rows (`totalled`) or fields (`added`) needs every part; what adds up over bodies (`rolled`) needs enough of them: `need`, which the area
 * brings along as {level, share, share_of}, at least share of share_of. So a gap is never a zero, and each aggregate knows how many bodies are in it.
 */
export const macros: readonly string[] = [
  "known(v) as {'value': v::decimal(18,2), 'status': 'known', 'silent': false}",
  "gap(reason) as {'value': null::decimal(18,2), 'status': reason, 'silent': false}",
  "voluntary(f) as case when f.silent then known(0) else f end",
  "times(f, factor) as {'value': (f.value * factor)::decimal(18,2), 'status': f.status, 'silent': f.silent}",
  `added(fs) as ${once(
    `{'parts': len(fs), 'missing': len(list_filter(fs, lambda f: f.status = 'not_reported')), 'known': len(list_filter(fs, lambda f: f.status = 'known')),
     'not_asked': len(list_filter(fs, lambda f: f.status = 'not_asked')), 'total': list_sum(list_transform(fs, lambda f: f.value))}`,
    "c",
    pooled,
  )}`,
  "minus(a, b) as added([a, times(b, -1)])",
  // A list without a fitting row is a known nothing; whether the list itself is known, its row without a key says.
  `totalled(f) as ${once(
    `{'parts': count(f.status), 'missing': count(*) filter (f.status = 'not_reported'), 'known': count(*) filter (f.status = 'known'),
     'not_asked': count(*) filter (f.status = 'not_asked'), 'total': sum(f.value)}`,
    "c",
    pooled,
  )}`,
  // Counts a row if the answer in it is known; `entry` is 1 for a row, 0 where a list says nothing.
  "one(f, entry) as {'value': case when f.status = 'known' then entry.value end, 'status': f.status, 'silent': false}",
  "one_answer(code, entry) as case when entry.value = 1 and code is null then gap('not_reported') else entry end",
  "one_if(f, matches) as case when f.status = 'known' and not coalesce(matches, false) then known(0) else f end",
  "half_up(num, den) as (2 * num + den - ((2 * num + den) % (2 * den) + 2 * den) % (2 * den)) // (2 * den)",
  "hundredths(f) as (f.value * 100)::bigint",
  // months in hundredths × cents a year ÷ 12, to the cent
  "priced(months, amount) as {'value': (half_up(hundredths(months)::hugeint * amount, 1200) * 0.01)::decimal(18,2), 'status': months.status, 'silent': false}",
  // A figure of one body as it stands.
  "own(f) as {'value': f.value, 'status': f.status, 'bodies': (f.status = 'known')::integer}",
  `rolled(f, need) as ${once(`{${countedOver("f.status")}, 'total': sum(f.value)}`, "c", `{'value': case when ${enough} = 'known' then c.total::decimal(18,2) end, 'status': ${enough}, 'bodies': c.known}`)}`,
  // What does not add over bodies: known for one body, and for more of them it is no question.
  `single(f, need) as {
     'value': case when any_value(need.level) = 'body' then any_value(f.value) end,
     'status': case when any_value(need.level) = 'body' then any_value(f.status) else 'not_applicable' end,
     'bodies': count(*) filter (f.status = 'known' and need.level = 'body')}`,
  `paired(n, d) as case
     when n.status = 'known' and d.status = 'known' then 'known'
     when n.status in ('not_applicable', 'not_asked') then n.status
     when d.status in ('not_applicable', 'not_asked') then d.status
     else 'not_reported' end`,
  // Both over the same bodies; something per nothing is no question.
  `rolled_ratio(n, d, need) as ${once(
    `{${countedOver("paired(n, d)")}, 'num': sum(n.value) filter (d.status = 'known'), 'den': sum(d.value) filter (n.status = 'known')}`,
    "c",
    `{'num': case when ${enough} = 'known' and c.den <> 0 then c.num::decimal(18,2) end, 'den': case when ${enough} = 'known' and c.den <> 0 then c.den::decimal(18,2) end,
      'status': case when ${enough} = 'known' and c.den = 0 then 'not_applicable' else ${enough} end, 'bodies': c.known}`,
  )}`,
];
