import {spawn} from "node:child_process";
import {closeSync, mkdtempSync, openSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";

const entry = join(import.meta.dirname, "../../../kim.ts");
type Called = {readonly code: number | null; readonly complaint: string};
const called = (args: readonly string[], out: "pipe" | number, look: (child: ReturnType<typeof spawn>) => void = () => undefined): Promise<Called> => {
  const child = spawn(process.execPath, [entry, ...args], {stdio: ["ignore", out, "pipe"]});
  let complaint = "";
  child.stderr?.on("data", (chunk) => (complaint += chunk));
  look(child);
  return new Promise((resolve) => child.once("close", (code) => resolve({code, complaint})));
};

test.runIf(process.platform === "linux")("an output that cannot be written is said in German and ends with 2", async () => {
  const full = openSync("/dev/full", "w");
  const {code, complaint} = await called(["rules"], full);
  closeSync(full);
  expect([code, complaint]).toEqual([
    2,
    "Ausgabe: Der Datenträger ist voll (ENOSPC). Bitte Platz schaffen und den Befehl noch einmal ausführen; was schon festgehalten ist, bleibt gültig.\n",
  ]);
});
test("a reader that has seen enough is no fault", async () => {
  const {code, complaint} = await called(["rules"], "pipe", (child) => child.stdout?.destroy());
  expect([code, complaint]).toEqual([0, ""]);
});
test("a data folder that is a file is said with its path", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "kim-leave-")), "data");
  closeSync(openSync(folder, "w"));
  const {code, complaint} = await called(["ledger", "verify", "--data", folder], "pipe");
  expect(code).toBe(2);
  expect(complaint).toMatch(new RegExp(`^${folder}.*: Wo ein Ordner erwartet wird, liegt eine Datei \\(ENOTDIR\\)\\. Bitte`));
});
