/** Up to four round edges that part values into classes of about equal number. For colours only. */
export const classesOf = (values: readonly number[]): number[] => {
  if (values.length === 0) return [];
  const sorted = values.toSorted((a, b) => a - b);
  const span = sorted.at(-1)! - sorted[0]!;
  const step = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50].findLast((each) => each * 12 <= span) ?? 0.1;
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return [...new Set([0.2, 0.4, 0.6, 0.8].map((share) => Math.round(at(share) / step) * step))].map((edge) => Math.round(edge * 100) / 100);
};
/** 1 below the first edge, one more for each edge reached. */
export const classOf = (value: number, edges: readonly number[]): number => 1 + edges.filter((edge) => value >= edge).length;

const print = new Intl.NumberFormat("de-DE", {minimumFractionDigits: 1, maximumFractionDigits: 2});
/** "unter 2,0", "2,0 bis unter 2,75", …, "4,5 und mehr" */
export const edgeNames = (edges: readonly number[]): string[] => {
  const names = edges.map((edge) => print.format(edge));
  if (names.length === 0) return ["alle Werte"];
  return [`unter ${names[0]}`, ...names.slice(1).map((name, i) => `${names[i]} bis unter ${name}`), `${names.at(-1)} und mehr`];
};
