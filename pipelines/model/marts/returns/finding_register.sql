-- mart.finding_register: grain half_year × body × submission × number
select half_year, 'body' as level, body as area, submission, number, counts, rule, severity, sheet, cell, field, found, expected, message, released, explanation
from staging.finding;
