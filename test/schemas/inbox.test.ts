import {expect, test} from "vitest";
import {foreignFile, foreignFolder} from "../../schemas/inbox.ts";

const returns = [
  "05334-2025-H2.xlsx",
  "meldung.ods",
  "ohne Endung",
  "bild.png",
  "meldung.csv",
  "Meldung (2).xlsx",
  "Kopie von Meldung.xlsx",
  "partial.xlsx",
  "05334.xls",
  "2025H2.xlsm",
  "Recycle.xlsx",
  "tmp.xlsx",
];
for (const name of returns) test(`${name} may be a return`, () => expect(foreignFile(name)).toBeNull());

const foreign: Record<string, RegExp> = {
  "~$05334-2025-H2.xlsx": /Sperrdatei/,
  ".~lock.Meldung.ods#": /Sperrdatei/,
  "a.xlsx.part": /Übertragung/,
  "a.xlsx.PARTIAL": /Übertragung/,
  "a.xlsx.filepart": /Übertragung/,
  "a.xlsx.crdownload": /Übertragung/,
  "Unconfirmed 1234.crdownload": /Übertragung/,
  "a.xlsx.download": /Übertragung/,
  "~syncthing~a.xlsx.tmp": /Übertragung/,
  ".syncthing.a.xlsx.tmp": /Übertragung/,
  ".nfs000000000012af": /Übertragung/,
  "~WRL0003.tmp": /Übertragung/,
  "5B2A1000": /Excel/,
  "0f3c9a00": /Excel/,
  "a.sync-conflict-20260101-120000-ABCDEFG.xlsx": /Konflikt/,
  "a (conflicted copy 2026-01-30 101112).xlsx": /Konflikt/,
  "a (Anna Beispiels in Konflikt stehende Kopie 2026-01-30).xlsx": /Konflikt/,
  "a.xlsx~": /Sicherungskopie/,
  "a.xlk": /Sicherungskopie/,
  "Sicherungskopie von a.xlk": /Sicherungskopie/,
  "a.xlsx.lnk": /Verknüpfung/,
  "a.url": /Verknüpfung/,
  "Thumbs.db": /Betriebssystem/,
  "ehthumbs.db": /Betriebssystem/,
  "ehthumbs_vista.db": /Betriebssystem/,
  "desktop.ini": /Betriebssystem/,
  "a.xlsx:Zone.Identifier": /Betriebssystem/,
  "a.xlsx_Zone.Identifier": /Betriebssystem/,
  ".DS_Store": /verborgen/,
  "._Meldung.xlsx": /verborgen/,
  "README.md": /Begleittext/,
  "erwartet.json": /Begleittext/,
  "approvals.csv": /approvals import/,
};
for (const [name, reason] of Object.entries(foreign)) test(`${name} is no return`, () => expect(foreignFile(name)).toMatch(reason));

const folders = [
  ".Trash-1000",
  ".Trashes",
  "#recycle",
  "@Recycle",
  "$RECYCLE.BIN",
  "RECYCLER",
  "@eaDir",
  "@tmp",
  "__MACOSX",
  ".stversions",
  "System Volume Information",
  "lost+found",
  "~snapshot",
  "#snapshot",
  ".snapshots",
  "DfsrPrivate",
  ".AppleDouble",
  ".~tmp~",
  ".git",
];
for (const name of folders) test(`${name} is not looked into`, () => expect(foreignFolder(name)).not.toBeNull());
for (const name of ["2025-H2", "Kreis Höxter", "Meldungen", "Eingang.2"]) test(`${name} is looked into`, () => expect(foreignFolder(name)).toBeNull());
test("names are compared however they are composed", () => expect(foreignFile("a (in Konflikt stehende Kopie fu\u0308r Anna).xlsx")).toMatch(/Konflikt/));
