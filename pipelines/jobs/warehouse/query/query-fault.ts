import {systemFault} from "../../../effects/system-fault.ts";
import type {NotAsked} from "../../../effects/warehouse.ts";

/** Why a statement is not even tried. */
export const notAsked: Readonly<Record<NotAsked, string>> = {
  writing: "Hier kann nur gelesen werden. Erwartet: eine Abfrage mit SELECT, WITH, DESCRIBE, SHOW oder EXPLAIN; geändert wurde nichts.",
  several: "Das ist mehr als eine Anweisung. Bitte jede für sich abfragen; ausgeführt wurde keine.",
  nothing: "Die Abfrage ist leer. Erwartet: z. B. select * from caseload limit 10",
};

type Words = (found: string, products: readonly string[], message: string) => string;
const list = (names: readonly string[]) => names.map((name) => `„${name}“`).join(", ");
/** Names that DuckDB proposes, without the table before them. */
const candidates = (message: string) => [...(/Candidate bindings: (.*)/.exec(message)?.[1] ?? "").matchAll(/"([^"]+)"(?=,|$)/g)].map(([, name = ""]) => name);
const column: Words = (name, _, message) => {
  const near = candidates(message);
  return `Die Spalte „${name}“ gibt es nicht.${near.length === 0 ? "" : ` Ähnlich heißen: ${list(near)}.`} Alle Spalten zeigt z. B. „describe caseload“.`;
};

/** DuckDB reads only tables that a query names, so what is like a name is looked for among all; of its own tables nobody asked. */
const table: Words = (name, products) => {
  const near = products.filter((each) => each.startsWith(name.slice(0, 4).toLowerCase()));
  return `Die Tabelle „${name}“ gibt es nicht.${near.length === 0 ? "" : ` Ähnlich heißen: ${list(near)}.`} Alle zeigt „show tables“.`;
};

/** DuckDB's faults by its English words. */
const kinds: readonly (readonly [RegExp, Words])[] = [
  [
    /^Permission Error|configuration has been locked|disabled by configuration|disabled through configuration/,
    () => "Dateien, Netz, Erweiterungen und Einstellungen sind hier gesperrt; gelesen werden können nur die Datenprodukte.",
  ],
  [/^Catalog Error: Table with name (.+?) does not exist/, table],
  [/^Catalog Error: \w+ Function with name (.+?) does not exist/, (name) => `Die Funktion „${name}“ gibt es nicht.`],
  [/^Binder Error: Referenced column "(.+?)" not found/, column],
  [/^Binder Error: Table ".*?" does not have a column named "(.+?)"/, column],
  [/^Binder Error: Referenced table "(.+?)" not found/, (name) => `Die Tabelle „${name}“ kommt in der Abfrage nicht vor.`],
  [/^Parser Error: (?:syntax error|.*) at or near "(.*?)"/, (place) => `Der Satzbau stimmt nicht, und zwar bei „${place}“.`],
  [/^Parser Error: /, () => "Der Satzbau stimmt nicht."],
  [/^(?:Conversion|Out of Range) Error: /, () => "Ein Wert lässt sich nicht so umwandeln oder ist zu groß."],
];
/** The first paragraph is the fault, what follows shows the query once more. */
const ownWords = (message: string) => message.split("\n\n")[0]?.replace(/\s+/g, " ").trim();

/** What DuckDB has against a query, in German; its own words follow. `products`: names that can be asked. */
export const queryFault = (said: string, products: readonly string[]): string => {
  const message = said.replace(/^Failed to extract statements: /, "");
  if (/max_temp_directory_size|^Out of Memory/.test(message))
    return "Sie braucht mehr als 512 MB Arbeitsspeicher und 1 GB Zwischenspeicher. Bitte weniger auf einmal fragen, z. B. mit einer Bedingung oder Gruppierung.";
  const kind = kinds.find(([pattern]) => pattern.test(message));
  if (kind === undefined) return systemFault(new Error(message), "Zwischenspeicher") ?? `Die Datenbank versteht sie nicht. Sie meldet: „${ownWords(message)}“`;
  const [pattern, words] = kind;
  return `${words(pattern.exec(message)?.[1] ?? "", products, message)} Die Datenbank meldet: „${ownWords(message)}“`;
};
