import {expect, test} from "vitest";
import {noteJobState} from "../../../pipelines/schedule/job-state.ts";
import {jobsAsText, listJobs} from "../../../pipelines/schedule/list-jobs.ts";
import {runJob} from "../../../pipelines/schedule/run-job.ts";
import {bodies, room} from "../care/room.ts";

test("each job is listed with its next time", async () => {
  const listed = await listJobs(room("2025-07-10T08:00:00Z"));
  expect(listed.map(({name, next}) => [name, next])).toEqual([
    ["inbox", "2025-07-10T08:05:00.000Z"],
    ["build", "2025-07-11T01:30:00.000Z"],
    ["backup", "2025-07-11T02:30:00.000Z"],
    ["quarantine", "2025-07-11T03:30:00.000Z"],
    ["drill", "2025-08-01T04:30:00.000Z"],
  ]);
});

test("in German, with what ran, what failed and what was cut off", async () => {
  const here = room("2025-07-10T08:00:00Z");
  await runJob("build", here, bodies([]));
  await noteJobState(here, "build", {failed: "2025-07-11T01:30:00.000Z", said: "Fehlgeschlagen: Platte voll."}, "2025-07-11T01:30:00.000Z");
  await noteJobState(here, "backup", {started: "2025-07-11T02:30:00.000Z"}, "2025-07-11T02:30:00.000Z");
  here.setClock("2025-07-11T12:00:00Z");
  expect(jobsAsText(await listJobs(here))).toMatchInlineSnapshot(`
    "inbox  Posteingang: neue Meldungen annehmen, lesen und prüfen (alle fünf Minuten)
        zuletzt erfolgreich: noch nie
        nächster Termin: 11.07.25, 14:05

    build  Aufbau: Datenbank, Datenprodukte und Seiten neu erstellen (nachts um 3:30 Uhr)
        zuletzt erfolgreich: 10.07.25, 10:00, danach fehlgeschlagen: 11.07.25, 03:30
        Fehlgeschlagen: Platte voll.
        nächster Termin: 12.07.25, 03:30

    backup  Sicherung: Archiv, Eingangsbuch und Zustand sichern und die Sicherung prüfen (nachts um 4:30 Uhr)
        zuletzt erfolgreich: noch nie
        begonnen und nicht beendet: 11.07.25, 04:30 (läuft noch oder wurde abgebrochen)
        nächster Termin: 12.07.25, 04:30

    quarantine  Quarantäne: zurückgewiesene Dateien nach 14 Tagen löschen (morgens um 5:30 Uhr)
        zuletzt erfolgreich: noch nie
        nächster Termin: 12.07.25, 05:30

    drill  Übung: die neueste Sicherung zur Probe wiederherstellen und mit dem Veröffentlichten vergleichen (am Ersten des Monats um 6:30 Uhr)
        zuletzt erfolgreich: noch nie
        nächster Termin: 01.08.25, 06:30"
  `);
});
