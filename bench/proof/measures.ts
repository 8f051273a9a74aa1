import type {Measure} from "./measure.ts";
import {everything} from "./workshop.ts";

/** A promise that can be proved: what it says, which files it hangs on (globs), and the measure, loaded when asked for. */
export type Promised = {readonly says: string; readonly timing: boolean; readonly files: readonly string[]; readonly load: () => Promise<Measure>};

const engine = ["schemas/**/*.{ts,json}", "pipelines/{read,check}/**/*.ts"];
const intake = [...engine, "pipelines/{effects,ledger,intake,jobs/intake}/**/*.ts"];

/** Every promise by name; the test size of each runs in the gates. */
export const measures: Readonly<Record<string, Promised>> = {
  start: {
    says: "npm start mit Beispieldaten: erster Lauf mit geschützter und angegriffener Veröffentlichung höchstens 120 s, zweiter ohne neue Eingänge höchstens 2 s",
    timing: true,
    files: [...everything, "bench/timing/start.ts"],
    load: async () => (await import("../timing/start.ts")).start,
  },
  fresh: {
    says: "Frischer Klon, nur npm: die Befehle der README und npm test (höchstens 4 min) laufen durch",
    timing: false,
    files: [...everything, "README.md", "package.json", "test/**/*.ts", "bench/fresh.ts"],
    load: async () => (await import("../fresh.ts")).fresh,
  },
  hostile: {
    says: "222 seltsame und feindliche Dateien: keine stürzt ab, hängt oder wird angenommen, jede ergibt genau einen Befund (und, wo Personendaten stehen, DS-001)",
    timing: false,
    files: [...intake, "fixtures/{hostile,sample}/**/*.ts", "reports/template/**/*.ts", "bench/hostile.ts"],
    load: async () => (await import("../hostile.ts")).hostile,
  },
  packagings: {
    says: "Über 40 gültige Schreibweisen einer Mappe, je ohne und mit einer Personenangabe an allen Orten, die Text tragen: gleiche Zellen, gleiches Urteil, jede Angabe gefunden, keine wiedergegeben, jede Mappe markiert",
    timing: false,
    files: [...engine, "{fixtures/{packagings,personal-data,sample},reports/{annotate,template}}/**/*.ts", "bench/packagings/*.ts", "package-lock.json"],
    load: async () => (await import("../packagings/packagings.ts")).packagings,
  },
  reading: {
    says: "Lesen und Prüfen der Mappen eines Halbjahres ist schneller als bloßes Lesen mit exceljs, openpyxl und pandas",
    timing: true,
    files: [...engine, "package-lock.json", "{fixtures/sample,reports/template}/**/*.ts", "bench/timing/reading.{ts,py}"],
    load: async () => (await import("../timing/reading.ts")).reading,
  },
  order: {
    says: "Die Dateien in 20 zufälligen Reihenfolgen, manche doppelt: ein Inhaltshash",
    timing: false,
    files: [...everything, "bench/order.ts"],
    load: async () => (await import("../order.ts")).order,
  },
  kill: {
    says: "SIGKILL in 50 zufälligen Augenblicken von Annahme und Aufbau: ein Inhaltshash, das Journal stimmt, keine Datei geht verloren",
    timing: false,
    files: [...everything, "bench/kill.ts"],
    load: async () => (await import("../kill.ts")).kill,
  },
  disk: {
    says: "Jeder Befehl auf vollem Datenträger, in schreibgeschütztem, fehlendem, unterwegs entferntem und durch eine Datei ersetztem Datenordner: endet, sagt auf Deutsch wo, was und was zu tun ist, und lässt den alten Stand unberührt",
    timing: false,
    files: [...everything, "bench/disk/*.ts"],
    load: async () => (await import("../disk/disk.ts")).disk,
  },
  inbox: {
    says: "500 Verläufe von Kopieren, Ersetzen, Umbenennen, Abbrechen und zwei Annahmen zugleich: nichts verloren, nichts doppelt, jede Datei genannt; 54 Meldungen unter 10.000 fremden Dateien in höchstens dreifacher Zeit",
    timing: false,
    files: [...intake, "kim.ts", "verbs/**/*.ts", "fixtures/sample/**/*.ts", "reports/template/**/*.ts", "bench/inbox/*.ts", "bench/proof/call.ts"],
    load: async () => (await import("../inbox/inbox.ts")).inbox,
  },
  damage: {
    says: "300 Schäden an Journal, Archiv, Zustand, Schlüsseln, Datenprodukten, Seiten und Sicherungen: nichts Falsches wird veröffentlicht, jeder wird benannt, restore ergibt den alten Inhaltshash",
    timing: false,
    files: [...everything, "bench/damage/*.ts"],
    load: async () => (await import("../damage/damage.ts")).damage,
  },
  "as-of": {
    says: "--as-of DATUM ergibt denselben Stand, als wäre nur eingegangen, was bis dahin eingegangen war",
    timing: false,
    files: [...everything, "bench/as-of.ts"],
    load: async () => (await import("../as-of.ts")).asOf,
  },
  sums: {
    says: "Die Summen, die ein eigener Leser aus den Mappen nimmt, sind die der Produkte, für jedes Feld und jede Stelle",
    timing: false,
    files: [...everything, "bench/sums.ts", "bench/sums/*.ts", "bench/proof/sample-state.ts"],
    load: async () => (await import("../sums.ts")).sums,
  },
  resaved: {
    says: "Ausgefüllte Formulare, von LibreOffice als .xlsx, .xls und .ods neu gespeichert, werden gleich gelesen, jedes in höchstens 2 s CPU",
    timing: false,
    files: [...engine, "{fixtures/sample,reports/template}/**/*.ts", "bench/resaved/*.ts"],
    load: async () => (await import("../resaved/resaved.ts")).resaved,
  },
  mutations: {
    says: "20.000 verformte Mappen aller Vorlagen: mindestens 99,5 % gelesen, mit gesagter Korrektur gelesen oder klar abgewiesen, kein falscher Wert angenommen",
    timing: false,
    files: [...engine, "{fixtures/sample,reports/template}/**/*.ts", "bench/mutations/**/*.ts"],
    load: async () => (await import("../mutations/mutations.ts")).mutations,
  },
  lineage: {
    says: "Jede bekannte Zahl jedes Datenprodukts aus den archivierten Dateien nachgerechnet; eine falsche Zahl und eine falsche Zelle fallen auf",
    timing: false,
    files: [...everything, "bench/lineage.ts", "bench/proof/sample-state.ts"],
    load: async () => (await import("../lineage.ts")).lineage,
  },
  calibrate: {
    says: "Plausibilität: höchstens 5 % der Meldungen ohne Veränderung werden befragt, 80 % der Sprünge um die Hälfte gefunden (Mittel ab 30, 4 Halbjahre)",
    timing: false,
    files: ["schemas/**/*.{ts,json}", "pipelines/check/plausibility/*.ts", "fixtures/sample/chance.ts", "bench/calibrate/*.ts"],
    load: async () => (await import("../calibrate/measure.ts")).calibrating,
  },
  annotate: {
    says: "Eine Mappe lesen, prüfen und markieren: p95 höchstens 300 ms, 54 Mappen höchstens 5 s",
    timing: true,
    files: [...engine, "{reports/annotate,reports/template,fixtures/sample}/**/*.ts", "bench/timing/annotate.ts"],
    load: async () => (await import("../timing/annotate.ts")).annotating,
  },
  rules: {
    says: "Jede Regel schlägt bei ihren Beispielen an und sonst nicht; von ihren verfälschten Fassungen fallen mindestens 95 % auf",
    timing: false,
    files: [...engine, "fixtures/{rules/*.json,sample/**/*.ts}", "reports/template/**/*.ts", "bench/rules/*.ts"],
    load: async () => (await import("../rules/rules.ts")).rules,
  },
  state: {
    says: "Was der ganze Beispielbestand kostet: 330 Dateien annehmen, lesen, prüfen; Datenbank und Produkte",
    timing: true,
    files: [...everything, "bench/timing/state.ts", "bench/proof/sample-state.ts"],
    load: async () => (await import("../timing/state.ts")).state,
  },
  site: {
    says: "Was die Seiten kosten: alle aus den Produkten des Beispielbestands",
    timing: true,
    files: [...everything, "bench/timing/site.ts", "bench/proof/sample-state.ts"],
    load: async () => (await import("../timing/site.ts")).site,
  },
  "self-check": {
    says: "500 falsch ausgefüllte Mappen: das Blatt Prüfung, in LibreOffice gerechnet, und die Prüfung nennen dieselben Regeln",
    timing: false,
    files: [...engine, "{fixtures/sample,fixtures/rules,reports/template}/**/*.{ts,json}", "bench/self-check.ts", "bench/self-check/*.ts"],
    load: async () => (await import("../self-check.ts")).selfCheck,
  },
  faults: {
    says: "1.000 Mappen mit je 1 bis 50 Fehlern aus einer Liste nach dem Text des Formulars: mindestens 99,5 % gefunden, mindestens 99 % der Befunde treffen zu",
    timing: false,
    files: [...engine, "{fixtures/faults,fixtures/sample,reports/template}/**/*.ts", "bench/faults.ts", "bench/faults/*.ts"],
    load: async () => (await import("../faults.ts")).faults,
  },
  offline: {
    says: "Die Prüfseite in Chromium sagt über 2.000 veränderte Mappen dasselbe wie Node, speichert dieselbe Datei und fragt niemanden; höchstens 5 MB",
    timing: false,
    files: [
      ...engine,
      "package-lock.json",
      "reports/**/*.{ts,css}",
      "{fixtures/sample,dashboards/style}/**/*.{ts,css}",
      "bench/offline.ts",
      "bench/offline/*.ts",
    ],
    load: async () => (await import("../offline.ts")).offline,
  },
  disclosure: {
    says: "Geheimhaltung hält dem Angriff stand: Zahl der gesperrten Zellen, Aufzählung, Mutanten, bekannte unsichere Muster",
    timing: false,
    files: ["schemas/disclosure.ts", "schemas/disclosure/*.ts", "pipelines/{protect,attack}/**/*.ts", "fixtures/disclosure/*", "bench/disclosure/*.ts"],
    load: async () => (await import("../disclosure/disclosure.ts")).disclosure,
  },
  attack: {
    says: "Der ganze Beispielbestand, angegriffen von allen wie mit ./kim attack, höchstens 60 s: keine Zahl bestimmt, keine enger als erlaubt, je Tabelle höchstens 25 % gesperrt; Fehler des Schutzes werden benannt",
    timing: true,
    files: [...everything, "bench/publication/attack.ts", "bench/publication/attack/*.ts", "bench/proof/{call,sample-state}.ts"],
    load: async () => (await import("../publication/attack.ts")).attack,
  },
  leaks: {
    says: "Öffentliche Dateien und Seiten des Beispielbestands verraten keine gesperrte Zahl; in eine beliebige Datei zurückgeschrieben, wird jede gefunden",
    timing: false,
    files: [...everything, "bench/disclosure/{leaks,put-back}.ts", "bench/proof/sample-state.ts"],
    load: async () => (await import("../disclosure/leaks.ts")).leaks,
  },
  secrets: {
    says: "Gegen die Wahrheit gesucht: Keine gesperrte und keine gerundete Zahl steht genau in einer öffentlichen Datei oder auf einer Seite; jedes versteckte Leck wird gefunden",
    timing: false,
    files: [...everything, "bench/publication/**/*.ts", "bench/proof/sample-state.ts"],
    load: async () => (await import("../publication/secrets.ts")).secrets,
  },
  "strange-texts": {
    says: "2.000 angenommene Meldungen mit seltsamen, erlaubten Texten: alle gebaut, aus allen Formaten gleich zurückgelesen, nichts als Formel, nichts als Auszeichnung",
    timing: false,
    files: [...everything, "bench/strange-texts/*.{ts,py}"],
    load: async () => (await import("../strange-texts/strange-texts.ts")).strangeTexts,
  },
  "personal-data": {
    says: "Von 1.000 erfundenen Personenangaben, nach denen nichts eingestellt wurde, werden mindestens 98 % gefunden, keine wird wiedergegeben; keine ehrliche Meldung, keiner von über 400 ehrlichen Sätzen und keiner von 1.000 mit Zahlen wird zurückgewiesen",
    timing: false,
    files: [...engine, "{fixtures/{sample,personal-data},reports/template}/**/*.{ts,json,txt}", "bench/personal-data.ts"],
    load: async () => (await import("../personal-data.ts")).personalData,
  },
};

/** @throws Error `unknown measure: NAME` */
export const promised = (name: string): Promised => {
  const found = measures[name];
  if (found === undefined) throw new Error(`unknown measure: ${name} (known: ${Object.keys(measures).join(", ")})`);
  return found;
};
