import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {trustOf} from "../../pipelines/check/presets/trust.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {formVerbs} from "../../verbs/form.ts";
import {offlineVerbs} from "../../verbs/offline.ts";

test("a form and a page of the same data folder belong together", async () => {
  const data = await mkdtemp(join(tmpdir(), "kim-offline-verb-"));
  const call = (options: Record<string, string>) => ({data, args: [], options, progress: () => undefined});
  const [form, page] = [join(data, "form.xlsx"), join(data, "page.html")];
  const written = () => formVerbs.template[0].run(call({body: "05334", halfYear: "2025-H2", out: form}));
  await written();
  const bytes = await readFile(form);
  await written();
  const made = await offlineVerbs[0]!.run(call({out: page, date: "2026-01-05"}));
  const html = await readFile(page, "utf8");
  const {keys} = JSON.parse(/<script type="application\/json" id="stand">(.*?)<\/script>/.exec(html)![1]!) as {keys: {name: string; spki: string}[]};
  expect((await readFile(form)).equals(bytes)).toBe(true);
  expect(made.text).toMatch(/^Prüfseite geschrieben: .* \(1,\d MB, Stand 05\.01\.2026\)/);
  expect(await trustOf(readWorkbook(new Uint8Array(bytes)).presets, keys)).toBe("genuine");
  await rm(data, {recursive: true});
}, 30_000);
