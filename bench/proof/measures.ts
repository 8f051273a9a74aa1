import type {Measure} from "./measure.ts";

/** A promise that can be proved: what it says, which files it hangs on (globs), and the measure, loaded when asked for. */
export type Promised = {readonly says: string; readonly timing: boolean; readonly files: readonly string[]; readonly load: () => Promise<Measure>};

const engine = ["schemas/**/*.{ts,json}", "pipelines/{read,check}/**/*.ts"];
const intake = [...engine, "pipelines/{effects,receive,jobs/intake}/**/*.ts"];
const everything = ["kim.ts", "package-lock.json", "{schemas,pipelines,dashboards,reports,fixtures/sample}/**/*.{ts,json,sql,css,js}"];

/** Every promise by name; the test size of each runs in the gates. */
export const measures: Readonly<Record<string, Promised>> = {
  start: {
    says: "npm start mit Beispieldaten: erster Lauf höchstens 60 s, zweiter ohne neue Eingänge höchstens 2 s",
    timing: true,
    files: [...everything, "bench/start.ts"],
    load: async () => (await import("../start.ts")).start,
  },
  fresh: {
    says: "Frischer Klon, nur npm: die Befehle der README und npm test (höchstens 4 min) laufen durch",
    timing: false,
    files: [...everything, "README.md", "package.json", "test/**/*.ts", "bench/fresh.ts"],
    load: async () => (await import("../fresh.ts")).fresh,
  },
  "as-of": {
    says: "--as-of DATUM ergibt denselben Stand, als wäre nur eingegangen, was bis dahin eingegangen war",
    timing: false,
    files: [...everything, "bench/as-of.ts"],
    load: async () => (await import("../as-of.ts")).asOf,
  },
  disclosure: {
    says: "Geheimhaltung hält dem Angriff stand: Zahl der gesperrten Zellen, Aufzählung, Mutanten, bekannte unsichere Muster",
    timing: false,
    files: [
      "schemas/disclosure.ts",
      "schemas/disclosure/*.ts",
      "pipelines/{protect,attack}/**/*.ts",
      "fixtures/disclosure/*",
      "bench/disclosure.ts",
      "bench/disclosure/*.ts",
    ],
    load: async () => (await import("../disclosure.ts")).disclosure,
  },
};
export const filesOf = {engine, intake, everything};

/** @throws Error `unknown measure: NAME` */
export const promised = (name: string): Promised => {
  const found = measures[name];
  if (found === undefined) throw new Error(`unknown measure: ${name} (known: ${Object.keys(measures).join(", ")})`);
  return found;
};
