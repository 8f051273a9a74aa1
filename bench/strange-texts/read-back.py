"""Reads CSV products as a stranger would: Python's csv, and the one rule of the codebook (take one apostrophe away)."""
import csv, json, re, sys

csv.field_size_limit(10**9)
sign = re.compile(r'^[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"]*[=+\-@＝＋－＠]')
wrong = []
for line in open(sys.argv[1], encoding="utf-8"):
    job = json.loads(line)
    with open(job["path"], encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=job["separator"], strict=True)
    if len(rows) != len(job["rows"]):
        wrong.append(f'{job["path"]}: {len(rows)} Zeilen statt {len(job["rows"])}')
        continue
    for row, expected in zip(rows, job["rows"]):
        for at, text in expected:
            shown = row[at]
            if sign.match(shown):
                wrong.append(f'{job["path"]}: Formel {shown[:40]!r}')
            if (shown[1:] if shown.startswith("'") else shown) != (text or ""):
                wrong.append(f'{job["path"]}: {shown[:40]!r} statt {text[:40]!r}')
json.dump(wrong[:20], sys.stdout)
