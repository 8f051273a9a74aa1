import {writeFileSync} from "node:fs";
import {resolve} from "node:path";
import type {Call, Verb} from "../pipelines/effects/command-line.ts";
import {printDate} from "../schemas/units.ts";
import {asked} from "./call/asked.ts";
import {done} from "./call/outcome.ts";

/** The day in Germany on which the page is made, unless one is given. */
const today = async () => {
  const [{systemClock}, {timezone}] = await Promise.all([import("../pipelines/effects/clock.ts"), import("../schemas/settings.ts")]);
  return new Intl.DateTimeFormat("sv-SE", {timeZone: timezone}).format(systemClock.now());
};

const offlineCheck = async (call: Call) => {
  const out = asked.needed(call, "out");
  const madeOn = asked.day(asked.optional(call, "date")) ?? (await today());
  const [{offlinePage}, {dataFolder}, {diskFiles}, {openSigningKey}, {engineHash}, {consoleLog}] = await Promise.all([
    import("../reports/build.ts"),
    import("../pipelines/effects/data-folder.ts"),
    import("../pipelines/effects/files.ts"),
    import("../pipelines/effects/keys/signing-key.ts"),
    import("../pipelines/jobs/intake/examine/engine.ts"),
    import("../pipelines/effects/log.ts"),
  ]);
  const {keys, publicKeys} = dataFolder(call.data);
  const signing = await openSigningKey({secret: keys, known: publicKeys}, consoleLog);
  const page = await offlinePage({keys: signing.publicKeys, engine: await engineHash(diskFiles), madeOn});
  writeFileSync(out, page);
  const megabytes = (Buffer.byteLength(page) / 1024 / 1024).toFixed(1).replace(".", ",");
  return done(
    `Prüfseite geschrieben: ${out} (${megabytes} MB, Stand ${printDate(madeOn)}). Sie erkennt Formulare, die mit diesem Datenordner geschrieben wurden, und enthält keine gemeldeten Zahlen.`,
    {file: resolve(out), bytes: Buffer.byteLength(page), madeOn, keys: signing.publicKeys.map(({name}) => name)},
  );
};

export const offlineVerbs: readonly Verb[] = [
  {
    name: "offline-check",
    summary: "Prüfseite schreiben: eine HTML-Datei, die Meldebögen ohne Netz prüft",
    options: [
      ["-o, --out <datei>", "Zieldatei (.html)"],
      ["--date <tag>", "Datum, das die Seite nennt, z. B. 2026-01-05 (sonst heute)"],
    ],
    run: offlineCheck,
  },
];
