import {readFileSync} from "node:fs";
import {checkReading} from "../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import type {Cell} from "../../schemas/flow.ts";

/** What a reading says without how it was shown: a date is the same day in every format. */
const said = ({table, field, row, sheet, address, part, state, value, code}: Cell) => [
  `${sheet}!${address} ${table} ${part} ${field} ${row}`,
  `${state} ${value ?? ""} ${code ?? ""}`,
];

const [path = ""] = process.argv.slice(2);
const reading = readWorkbook(new Uint8Array(readFileSync(path)));
const {verdict, findings} = checkReading(reading);
const {user, system} = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    seconds: (user + system) / 1e6,
    verdict,
    findings: findings.map(({rule, message}) => `${rule} ${message}`),
    cells: Object.fromEntries(reading.cells.map(said)),
    computed: reading.cells.filter(({part}) => part === "computed" || part === "total").map((cell) => said(cell)[0]),
  }),
);
