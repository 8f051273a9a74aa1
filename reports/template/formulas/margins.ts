import type {Probe} from "./probes.ts";

/** One cell beside a row: the rules broken there, one after the other, as a formula. */
export type MarginCell = {readonly sheet: string; readonly row: number; readonly formula: string};
type RowProbe = Extract<Probe, {each: "row"}>;

const isIn =
  (row: number) =>
  ({rows: [first, last]}: RowProbe) =>
    first <= row && row <= last;
const broken = (probes: readonly RowProbe[], row: number) =>
  [...Map.groupBy(probes, ({rule}) => rule.id)].map(([id, own]) => {
    const faults = own.map(({fault}) => fault(row));
    return `IF(${faults.length === 1 ? faults[0] : `OR(${faults.join(",")})`},"${id} ","")`;
  });

/** Whether a row of a list is used at all; nothing is computed for the others. Null: every row counts. */
export type InUse = (sheet: string, row: number) => string | null;

/** What stands beside each row of a sheet that any rule looks at. Rules that only hint are no less shown. */
export const marginCells = (probes: readonly Probe[], inUse: InUse): readonly MarginCell[] => {
  const rowwise = probes.filter((probe): probe is RowProbe => probe.each === "row");
  return [...Map.groupBy(rowwise, ({sheet}) => sheet)].flatMap(([sheet, own]) => {
    const rows = [...new Set(own.flatMap(({rows: [first, last]}) => Array.from({length: last - first + 1}, (_, i) => first + i)))].toSorted((a, b) => a - b);
    return rows.map((row) => {
      const names = `TRIM(${broken(own.filter(isIn(row)), row).join("&")})`;
      const used = inUse(sheet, row);
      return {sheet, row, formula: used === null ? names : `IF(${used},${names},"")`};
    });
  });
};
