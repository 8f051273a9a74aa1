-- staging.finding: grain submission × number. Findings of every submission that names a body and a half-year, with what was decided and said about them.
select s.half_year, s.body, f.submission, f.number, s.counts, f.rule, f.severity, f.sheet, f.cell, f.field, f.found, f.expected, f.message, f.released, f.explanation
from raw.finding f join staging.submission s using (submission);
