import {readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Chance} from "../../fixtures/sample/chance.ts";
import type {Typed} from "./furnish.ts";

/** How bytes come to harm; null: the file is gone. `other`: a file of the same kind. */
type Harm = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer | string | null;

const flipped: Harm = (bytes, {between}) => {
  const changed = Buffer.from(bytes);
  const at = between(0, Math.max(0, changed.length - 1));
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};
const halved: Harm = (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2));
const onFiles = {verändert: flipped, halb: halved, leer: () => "", fort: () => null} satisfies Record<string, Harm>;
const withOther = {...onFiles, vertauscht: (_: Buffer, __: Chance, other: Buffer) => other} satisfies Record<string, Harm>;

/** Damage of a text of lines; the last line ends with a line break. */
const onLines =
  (change: (lines: string[], chance: Chance) => string[]): Harm =>
  (bytes, chance) =>
    change(bytes.toString().split("\n").slice(0, -1), chance)
      .map((line) => `${line}\n`)
      .join("");
const anywhere = (lines: readonly string[], {pick, between}: Chance) => pick([0, lines.length - 1, between(0, lines.length - 1)]);
const onLedger = {
  "Zeile unlesbar": onLines((lines, chance) => lines.with(anywhere(lines, chance), "{kaputt")),
  "Zeile fort": onLines((lines, chance) => lines.toSpliced(anywhere(lines, chance), 1)),
  "Zeile doppelt": onLines((lines, chance) => {
    const at = anywhere(lines, chance);
    return lines.toSpliced(at, 0, lines[at] ?? "");
  }),
  "Zeilen vertauscht": onLines((lines, {between}) => {
    const at = between(0, lines.length - 2);
    return lines.with(at, lines[at + 1] ?? "").with(at + 1, lines[at] ?? "");
  }),
  "Wert geändert": onLines((lines, chance) => {
    const at = anywhere(lines, chance);
    return lines.with(
      at,
      (lines[at] ?? "").replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
    );
  }),
  "Ende abgeschnitten": onLines((lines, {between}) => lines.slice(0, -between(1, 3))),
  "mitten in der Zeile abgeschnitten": (bytes, {between}) => bytes.subarray(0, bytes.length - between(2, 60)),
  "ein Byte": flipped,
  leer: () => "",
  fort: () => null,
} satisfies Record<string, Harm>;

/** `stops`: exit 1, named, nothing else touched. `mends`: exit 0, named, and afterwards all is as it was. `goes on`: exit 0, and what it does is true. */
export type Expectation = "stops" | "mends" | "goes on";
/** A kind of damage: where (paths of a data folder), how, and what each verb makes of it. `rebuild`: the build is made to read everything. `restores`: a backup brings the truth back; `costly`: a whole build, or all pages. */
export type Kind = {
  readonly name: string;
  readonly weight: number;
  readonly where: RegExp;
  readonly hows: Readonly<Record<string, Harm>>;
  readonly verbs: readonly (readonly [Typed, Expectation])[];
  readonly names: RegExp | "path";
  readonly rebuild?: true;
  readonly costly?: true;
  readonly restores?: true;
};

const build: Typed = {verb: "build"};
const site: Typed = {verb: "site"};
const about = ["05554", "2025-H1", "SUM-001", "E01"];
const writers: readonly Typed[] = [
  build,
  site,
  {verb: "run"},
  {verb: "ingest"},
  {verb: "backup"},
  {verb: "waive", args: about, options: {reason: "Geprüft."}},
  {verb: "explain", args: about, options: {text: "Die Zahl stimmt."}},
  {verb: "quarantine empty"},
];
const readers: readonly Typed[] = [
  {verb: "ledger verify"},
  {verb: "lineage verify"},
  {verb: "lineage", args: ["caseload", "half_year=2025-H1", "body=05554", "figure=cm_neu"]},
  {verb: "rebuild", options: {verify: true}},
];
const query: Typed = {verb: "query", args: ["select * from caseload"]};
const stops = (calls: readonly Typed[]) => calls.map((call) => [call, "stops"] as const);
const template: Typed = {verb: "template", options: {body: "05554", halfYear: "2025-H2", out: "/dev/null"}};

export const kinds: readonly Kind[] = [
  {name: "Archiv", weight: 50, where: /^archive\//, hows: withOther, verbs: stops([...writers, ...readers]), names: "path", restores: true},
  {
    name: "Payload",
    weight: 25,
    where: /^payload\//,
    hows: withOther,
    verbs: stops([...writers, ...readers]),
    names: "path",
    restores: true,
  },
  {
    name: "Journal",
    weight: 90,
    where: /^ledger\.ndjson$/,
    hows: onLedger,
    verbs: stops([...writers, ...readers, {verb: "quarantine"}]),
    names: /Zeile|Journal \(ledger\.ndjson\)/,
    restores: true,
  },
  {
    name: "Stand des Journals",
    weight: 15,
    where: /^state\/ledger-head\.json$/,
    hows: onFiles,
    verbs: [
      [build, "mends"],
      [{verb: "ingest"}, "mends"],
    ],
    names: /ledger-head\.json|Zeile/,
  },
  {name: "gemerkte Lesungen", weight: 5, costly: true, where: /^state\/readings\//, hows: withOther, verbs: [[build, "goes on"]], names: /./, rebuild: true},
  {
    name: "gemerkte Angriffe",
    weight: 2,
    costly: true,
    where: /^state\/attacked\/[^.]+\.json$/,
    hows: onFiles,
    verbs: [[build, "goes on"]],
    names: /./,
    rebuild: true,
  },
  {name: "Stand der Seiten", weight: 4, costly: true, where: /^state\/site-/, hows: onFiles, verbs: [[site, "goes on"]], names: /geschrieben/},
  {
    name: "Datenprodukte",
    weight: 25,
    where: /^products\/controlling\/([a-z_]+\.parquet|codebook\.json|manifest\.json)$/,
    hows: withOther,
    verbs: stops([site, query, ...readers.slice(1)]),
    names: "path",
  },
  {
    name: "öffentliche Datenprodukte",
    weight: 15,
    where: /^products\/public\//,
    hows: withOther,
    verbs: [...stops([site]), [{verb: "attack"}, "stops"]],
    names: "path",
  },
  {name: "Datenprodukte vor dem Aufbau", weight: 3, costly: true, where: /^products\//, hows: onFiles, verbs: [[build, "mends"]], names: "path"},
  {name: "Seiten", weight: 8, costly: true, where: /^(site|desk)\//, hows: onFiles, verbs: [[site, "mends"]], names: /fehlten, waren verändert oder fremd/},
  {
    name: "Schlüssel",
    weight: 10,
    where: /^keys\/vorgaben\.pem$/,
    hows: {halb: halved, leer: () => "", unlesbar: () => "-----BEGIN PRIVATE KEY-----\nkaputt\n"},
    verbs: stops([template]),
    names: "path",
  },
  {
    name: "Schlüssel verloren",
    weight: 4,
    where: /^keys\/vorgaben\.pem$/,
    hows: {fort: () => null},
    verbs: [[template, "goes on"]],
    names: /fehlte oder ist ein anderer/,
  },
  {name: "öffentliche Schlüssel", weight: 6, where: /^state\/public-keys\//, hows: onFiles, verbs: [[template, "goes on"]], names: /./},
  {
    name: "Quarantäne",
    weight: 8,
    where: /^quarantine\//,
    hows: onFiles,
    verbs: [[{verb: "quarantine answer", options: {all: true}}, "goes on"]],
    names: /wartet auf Annahme und/,
  },
  {
    name: "Sicherung",
    weight: 20,
    where: /^backups\//,
    hows: onFiles,
    verbs: stops([{verb: "backup verify"}, {verb: "restore"}]),
    names: /fehlt oder wurde verändert/,
  },
];

/** Does the harm to one file of a folder whose files are second names of others: these stay as they are. */
export const harm = async (data: string, path: string, how: Harm, other: string, chance: Chance): Promise<boolean> => {
  const before = await readFile(join(data, path));
  const after = how(before, chance, await readFile(join(data, other)));
  if (after !== null && Buffer.from(after).equals(before)) return false;
  await rm(join(data, path));
  if (after !== null) await writeFile(join(data, path), after);
  return true;
};
