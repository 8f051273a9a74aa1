import type {Audience} from "../../../schemas/flow.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import type {Leak} from "./leak.ts";

const day = /^20\d\d-\d\d-\d\d$/;
const words = /^\D*$/;
/** What a product file may say of itself, beside its title and for whom it is. */
const sayings: Readonly<Record<string, RegExp>> = {
  source: words,
  note: words,
  policy: /^[0-9a-f]{8,64}$/,
  data_state: day,
  as_of: day,
  synthetic: /^(true|false)$/,
};

/** Metadata of a Parquet or Arrow file that the plan does not have. */
export const strangeMetadata = (metadata: ReadonlyMap<string, string>, file: string, {name, title}: TableDeclaration, audience: Audience): Leak[] => {
  const expected: Readonly<Record<string, string>> = {title, audience};
  const isPlanned = ([key, value]: readonly [string, string]) => (key in expected ? expected[key] === value : (sayings[key]?.test(value) ?? false));
  return [...metadata]
    .filter((entry) => !isPlanned(entry))
    .map(
      ([key, value]): Leak => ({
        kind: "metadata",
        file,
        table: name,
        cell: key,
        found: value,
        expected: expected[key] ?? "keine Angabe, die etwas über Zellen sagt",
      }),
    );
};

const widest = BigInt(Number.MAX_SAFE_INTEGER);
const isBound = (value: unknown) => [String(widest), String(-widest)].includes(String(value));
/** Where the descriptions beside the products may hold numbers: path in the file, list places left out. */
const numbersIn: readonly RegExp[] = [
  /^schema$/,
  /^ledgerSeq$/,
  /^halfYears\.(due|counted)$/,
  /^products\.rows$/,
  /^products\.files\.bytes$/,
  /^protection\.shares\.(cells|withheld)$/,
  /^protection\.attack\.(cells|breaches)$/,
  /^tables\.columns\.measure\./,
  // Not one by one: there must be none.
  /^inputs\./,
];
const leaves = (value: unknown, path: string): readonly (readonly [string, unknown])[] => {
  if (value === null || typeof value !== "object") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((part) => leaves(part, path));
  return Object.entries(value).flatMap(([name, part]) => leaves(part, path === "" ? name : `${path}.${name}`));
};
const isNumber = (value: unknown) => typeof value === "number" || /^-?\d+([.,]\d+)?$/.test(String(value));

/** Numbers in a manifest, codebook or JSON Schema that are no count of files, rows or returns; and the list of returns, whose hashes let others test a guess. */
export const strangeNumbers = (description: unknown, file: string): Leak[] => {
  const strange = leaves(description, "").filter(([path, value]) => isNumber(value) && !isBound(value) && !numbersIn.some((planned) => planned.test(path)));
  const inputs = (description as {inputs?: readonly unknown[]} | null)?.inputs ?? [];
  const leak = (cell: string, found: string, expected: string): Leak => ({kind: "metadata", file, table: "", cell, found, expected});
  return [
    ...strange.map(([path, value]) => leak(path, String(value), "keine Zahl, die etwas über Zellen sagt")),
    ...(inputs.length === 0 ? [] : [leak("inputs", `${inputs.length} Prüfsummen von Meldungen`, "keine")]),
  ];
};
