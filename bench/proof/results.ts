/** One proof, as a line of the table in RESULTS.md. `files` is the hash of the files it hangs on. */
export type Line = {
  readonly name: string;
  readonly result: "hält" | "hält nicht";
  readonly figure: string;
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly seed: string;
  readonly files: string;
  /** Seconds the proof took; empty in lines of before this was noted. */
  readonly seconds: string;
};

const columns = ["name", "result", "figure", "date", "commit", "machine", "seed", "files", "seconds"] as const satisfies readonly (keyof Line)[];
const titles = ["Messung", "Ergebnis", "Wert", "Datum", "Stand", "Rechner", "Zufall", "Dateien", "Sekunden"];

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ").trim();
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
const table = (lines: readonly Line[]) =>
  [row(titles), row(titles.map(() => "---")), ...lines.map((line) => row(columns.map((column) => line[column])))].join("\n");

/** Lines of both tables, the newest of each name first as they stand. */
export const readLines = (markdown: string): Line[] =>
  markdown
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith(`| ${titles[0]} |`))
    .map((line) =>
      line
        .slice(2, -2)
        .split(/(?<!\\) \| /)
        .map((text) => text.replaceAll("\\|", "|")),
    )
    .map((cells) => Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""])) as Line);

const parts = (lines: readonly Line[]): {newest: Line[]; older: Line[]} => {
  const newest = [...Map.groupBy(lines, ({name}) => name).values()].map(([first]) => first!);
  return {newest: newest.sort((a, b) => (a.name < b.name ? -1 : 1)), older: lines.filter((line) => !newest.includes(line))};
};

/** The file with a new line: it heads its name, the line before it moves down to the older ones. */
export const withLine = (markdown: string, line: Line): string => {
  const {newest, older} = parts([line, ...readLines(markdown)]);
  const intro =
    "# Nachweise\n\nGeschrieben von `npm run prove -- NAME` (volle Größe); `npm run prove -- --check` nennt, was fehlt, nicht hält oder veraltet ist. Der Stand ist der festgeschriebene, aus dem gemessen wurde; bei älteren Zeilen mit `+` kamen Änderungen hinzu.";
  return `${intro}\n\n${table(newest)}\n${older.length === 0 ? "" : `\n## Frühere\n\n${table(older)}\n`}`;
};

/** What keeps the promises from being proved by the lines at hand: missing, broken, or older than the files they hang on. German, one sentence each. */
export const complaints = (markdown: string, hashes: Readonly<Record<string, string>>): string[] => {
  const newest = new Map(parts(readLines(markdown)).newest.map((line) => [line.name, line]));
  return Object.entries(hashes).flatMap(([name, hash]) => {
    const line = newest.get(name);
    if (line === undefined) return [`${name}: noch nicht nachgewiesen. Bitte „npm run prove -- ${name}“ aufrufen.`];
    if (line.result !== "hält") return [`${name}: hält nicht (${line.date}: ${line.figure}).`];
    return line.files === hash ? [] : [`${name}: veraltet, seit ${line.date} haben sich Dateien geändert. Bitte „npm run prove -- ${name}“ aufrufen.`];
  });
};
