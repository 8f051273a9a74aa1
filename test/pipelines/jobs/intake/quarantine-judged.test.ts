import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {strToU8, unzipSync, zipSync} from "fflate";
import {afterAll, beforeAll, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {checkFiles} from "../../../../pipelines/jobs/intake/check-files.ts";
import {ingest, type IngestSummary} from "../../../../pipelines/jobs/intake/ingest.ts";
import {answerNotPersonal} from "../../../../pipelines/jobs/intake/quarantine/answer.ts";
import {ingestText} from "../../../../pipelines/jobs/intake/report-ingest.ts";
import {type JudgingDesk, openJudging} from "../../../../pipelines/jobs/warehouse/submissions/judging.ts";
import {annotate} from "../../../../reports/annotate/annotate.ts";
import {freshDesk} from "./desk.ts";

const author = "Quirin Zwetschgenhuber";
const rels = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="${target}"/></Relationships>`;
/** Somebody's name wherever programs put the names of those who write. */
const signed = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes);
  const changed = (name: string, change: (xml: string) => string) => strToU8(change(new TextDecoder().decode(parts[name])));
  return zipSync({
    ...parts,
    "docProps/core.xml": changed(
      "docProps/core.xml",
      (xml) =>
        `${xml.replace(/<(dc:creator|cp:lastModifiedBy)>.*?<\/\1>/g, "").replace("</cp:coreProperties>", `<dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy></cp:coreProperties>`)}`,
    ),
    "xl/workbook.xml": changed("xl/workbook.xml", (xml) =>
      xml.replace("<definedNames>", `<definedNames><definedName name="${author.replace(" ", "_")}" comment="${author}">1</definedName>`),
    ),
    "xl/worksheets/_rels/sheet3.xml.rels": strToU8(rels("../comments9.xml")),
    "xl/comments9.xml": strToU8(
      `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${author}</author></authors><commentList><comment ref="B7" authorId="0"><text><r><t>${author}:</t></r><r><t> bitte prüfen</t></r></text></comment></commentList></comments>`,
    ),
  });
};
const falseAlarm = await oneReturn({body: "05111", halfYear: "2025-H1", change: {"13_Erlaeuterungen!C9": "Fall Kaya ist ein Rollenspiel der Schulung"}});

let fresh: Awaited<ReturnType<typeof freshDesk>>;
let taken: IngestSummary;
let signedFile: Uint8Array;
beforeAll(async () => {
  fresh = await freshDesk("2026-02-01T08:00:00Z");
  signedFile = signed(await oneReturn({body: "05170", halfYear: "2025-H1", change: {"03_Fallzahlen!G7": 99}}));
  await fresh.drop("a.xlsx", signedFile, "2025-07-10T09:00:00Z");
  await fresh.drop("b.xlsx", falseAlarm, "2025-07-11T09:00:00Z");
  taken = await ingest(fresh.desk, []);
  await answerNotPersonal(fresh.desk, {body: "05111", halfYear: "2025-H1"}, "all");
});
afterAll(() => fresh.remove());

const contents = async (folder: string) => {
  const files = await readdir(join(fresh.root, folder), {recursive: true, withFileTypes: true});
  return (await Promise.all(files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), "latin1")))).join("\n");
};

test("the names of authors come out nowhere: check, intake, ledger, payload, what is kept for the build, annotation", async () => {
  const path = await fresh.drop("c.xlsx", signedFile);
  const checked = await checkFiles([path], fresh.desk);
  const {bytes: _, ...annotated} = await annotate(signedFile, (await fresh.desk.examiner.examine(signedFile)).checked.findings, {notCheckable: []});
  const said = [checked, taken, annotated, ingestText(taken), (await fresh.desk.ledger.examine()).chain.whole].map((each) =>
    JSON.stringify(each, (_, value) => (typeof value === "bigint" ? String(value) : value)),
  );
  const written = await Promise.all(["payload", "state"].map(contents));
  expect(taken.files.map(({outcome}) => outcome)).toEqual(["rejected", "refused"]);
  expect(written.join("").length).toBeGreaterThan(10_000);
  expect([...said, ...written].filter((text) => text.includes("Zwetschgenhuber"))).toEqual([]);
});
/** Verdicts by body as the build loads them. */
const judged = async (desk: JudgingDesk) => {
  const verdicts: string[] = [];
  for await (const {reading, checked} of (await openJudging(desk, await fresh.desk.ledger.read(), null)).submissions)
    verdicts.push(`${reading.body} ${checked.verdict}`);
  return verdicts;
};
test("an answered file counts, and counts again when all is read anew from archive and ledger", async () => {
  const nothingKept = {...fresh.desk, readings: {get: async () => null, put: async () => undefined}};
  expect(await judged(fresh.desk)).toEqual([expect.stringMatching(/^05111 accepted/), "05170 rejected"]);
  expect(await judged(nothingKept)).toEqual(await judged(fresh.desk));
});
