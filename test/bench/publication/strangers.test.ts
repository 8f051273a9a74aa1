import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {hashOf, strangersIn} from "../../../bench/publication/secrets/strangers.ts";

const [submission, head, line] = ["a".repeat(64), "b".repeat(64), "c".repeat(64)];
const others = new Map([[hashOf(Buffer.from("exakt")), "products/controlling/age.csv"]]);
const house = {submissions: new Set([submission]), ledger: new Set([head, line]), head, others};

const found = (files: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), "kim-strangers-"));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  return strangersIn(folder, house).map(({by, file}) => `${file}: ${by}`);
};

test("a manifest may name the head of the ledger, and files their own hashes", () =>
  expect(found({"manifest.json": `${head} ${"d".repeat(64)}`, "index.html": "<p>3</p>", "age.csv": "gerundet"})).toEqual([]));
test("hashes of returns and of lines of the ledger are found wherever they stand", () =>
  expect(found({"manifest.json": `${submission} ${line}`, "index.html": head})).toEqual([
    "index.html: Prüfsumme des Ledgers",
    "manifest.json: Prüfsumme einer Meldung",
    "manifest.json: Prüfsumme des Ledgers",
  ]));
test("files of others are found by their name, their folder, their bytes and what they say on them", () =>
  expect(
    found({
      "return_register.csv": "",
      "controlling/age.csv": "",
      "age.csv": "exakt",
      "finance.csv": "Nur im Rahmen des Nutzungsvertrags – enthält Einzelangaben",
    }),
  ).toEqual([
    "age.csv: Datei eines anderen Kreises",
    "controlling/age.csv: Datei eines anderen Kreises",
    "finance.csv: Wasserzeichen eines anderen Kreises",
    "return_register.csv: Datei eines anderen Kreises",
  ]));
test("a map to a source is found", () =>
  expect(found({"assets/seite.js.map": "{}", "index.html": "//# sourceMappingURL=seite.js.map"})).toEqual([
    "assets/seite.js.map: Verweis auf Quelltext",
    "index.html: Verweis auf Quelltext",
  ]));
