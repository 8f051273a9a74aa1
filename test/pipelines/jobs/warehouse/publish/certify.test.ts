import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {type DataFolder, dataFolder} from "../../../../../pipelines/effects/data-folder.ts";
import {diskFiles} from "../../../../../pipelines/effects/files.ts";
import {silentLog} from "../../../../../pipelines/effects/log.ts";
import {Breached} from "../../../../../pipelines/jobs/warehouse/publish/breached.ts";
import {certify} from "../../../../../pipelines/jobs/warehouse/publish/certify.ts";
import type {Attack} from "../../../../../pipelines/jobs/release/attack/attack-folder.ts";
import type {Publication} from "../../../../../pipelines/attack/publication/publication.ts";
import {columnsOf} from "../../../../../schemas/tables/columns.ts";
import {tableFor} from "../../../../../schemas/disclosure/audience-tables.ts";

const columns = columnsOf(tableFor("public", "caseload"));
/** A row of the Land in which every number is the same, as the CSV for research has it. */
const row = (halfYear: string, value: string) => {
  const told: Readonly<Record<string, string>> = {half_year: halfYear, level: "state", area: "NRW", area_name: "Nordrhein-Westfalen"};
  const beside: Readonly<Record<string, string>> = {status: "known", bodies: "54", due: "54"};
  return columns.map(({name, role}) => told[name] ?? beside[role] ?? value).join(",");
};
const head = columns.map(({name}) => name).join(",");

let folder: DataFolder;
let seen: Publication[];
const silent: Attack = (publication) => {
  seen.push(publication);
  return {breaches: [], tables: [{table: "caseload", judged: 7, withheld: 0, narrowest: 1, breaches: 0}], questions: 0, dropped: 0, certificate: []};
};
const place = {
  table: "caseload",
  place: "caseload.cm_neu|2025-H2|state|NRW",
  number: "cm_neu",
  who: "",
  low: 3,
  high: 3,
  scale: 0,
  width: 4,
  why: "narrow",
} as const;
const lucky: Attack = (publication) => ({...silent(publication), breaches: [{...place, attacker: "outsider"}]});

const publish = async (...rows: string[]) => {
  await mkdir(join(folder.root, "products.next/public"), {recursive: true});
  await writeFile(join(folder.root, "products.next/public/caseload.csv"), [head, ...rows, ""].join("\n"));
};
const certified = (attack: Attack = silent) => certify({files: diskFiles, folder, log: silentLog}, join(folder.root, "products.next"), {}, attack);
beforeEach(async () => {
  folder = dataFolder(await mkdtemp(join(tmpdir(), "kim-certify-")));
  seen = [];
});
afterEach(() => rm(folder.root, {recursive: true, force: true}));

describe("what is about to be published", () => {
  test("is attacked half-year by half-year, as it lies on the disk", async () => {
    await publish(row("2025-H1", "10"), row("2025-H2", "15"));
    expect(await certified()).toMatchObject({cells: 14, breaches: 0, certificate: expect.stringMatching(/^[0-9a-f]{64}$/)});
    expect(seen.map(({tables}) => tables[0]!.rows.map(({half_year, cm_neu}) => `${half_year} ${cm_neu}`))).toEqual([["2025-H1 10"], ["2025-H2 15"]]);
  });
  test("is not attacked again where nothing changed", async () => {
    await publish(row("2025-H1", "10"), row("2025-H2", "15"));
    const first = await certified();
    await publish(row("2025-H1", "10"), row("2025-H2", "20"));
    expect(await certified()).toMatchObject({cells: first.cells});
    expect(seen).toHaveLength(3);
  });
  test("is refused if the attack gets a number back: table, cell, attacker and interval are named", async () => {
    await publish(row("2025-H2", "15"));
    const breached = await certified(lucky).catch((error: unknown) => error);
    expect(breached).toBeInstanceOf(Breached);
    expect((breached as Breached).message).toMatch(
      /Es wurde nichts veröffentlicht.*\n– caseload, Zelle cm_neu · 2025-H2 · NRW: für alle.* auf genau 3 einzugrenzen/,
    );
  });
  test("and was refused is attacked again", async () => {
    await publish(row("2025-H2", "15"));
    await certified(lucky).catch(() => undefined);
    await certified();
    expect(seen).toHaveLength(2);
  });
  test("is attacked again when an earlier release turns up", async () => {
    await publish(row("2025-H2", "15"));
    await certified();
    await mkdir(join(folder.releases, "2026-02/products/public"), {recursive: true});
    await writeFile(join(folder.releases, "2026-02/products/public/caseload.csv"), [head, row("2025-H2", "10"), ""].join("\n"));
    await certified();
    expect(seen.map(({earlier}) => earlier.map(({release}) => release))).toEqual([[], ["2026-02"]]);
  });
  test("is refused for a column nobody planned, without any arithmetic", async () => {
    await mkdir(join(folder.root, "products.next/public"), {recursive: true});
    await writeFile(join(folder.root, "products.next/public/caseload.csv"), `${head},exakt\n${row("2025-H2", "15")},17\n`);
    await expect(certified()).rejects.toThrow(/caseload.*exakt/);
  });
});
