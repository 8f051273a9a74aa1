import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {type HostileFile, hostileFiles} from "../fixtures/hostile/hostile-files.ts";
import {unlessUnread} from "../pipelines/jobs/intake/quarantine/unread.ts";
import {openExaminer} from "../pipelines/jobs/intake/examine/examiner.ts";
import {intakeLimits} from "../schemas/intake.ts";
import type {Measure} from "./proof/measure.ts";

type Odd = {readonly name: string; readonly bytes: Uint8Array; readonly becomes: "noted" | "embeds" | "refused"};

const becomesOf = (file: HostileFile): Odd["becomes"] => {
  if ("noted" in file) return "noted";
  return "embeds" in file ? "embeds" : "refused";
};
const own = async (): Promise<Odd[]> => (await hostileFiles()).map((file): Odd => ({name: file.name, bytes: file.bytes, becomes: becomesOf(file)}));
const publicOnes = async (shared: string): Promise<Odd[]> => {
  const names = (await readdir(join(shared, "hostile"))).filter((name) => name !== "manifest.csv").sort();
  return Promise.all(
    names.map(async (name): Promise<Odd> => ({name, bytes: new Uint8Array(await readFile(join(shared, "hostile", name))), becomes: "refused"})),
  );
};

/** Every hostile file through the children that read uploads: none crashes, hangs or is accepted, each yields exactly one finding, beside DS-001 where people are named. */
export const hostile = async ({size, shared}: Pick<Parameters<Measure>[0], "size" | "seed" | "shared">): ReturnType<Measure> => {
  if (size === "full" && shared === null) return {ok: false, figure: "Sammlung fehlt", lines: ["Die Sammlung der 222 Dateien liegt nicht vor (KIM_SHARED)."]};
  const files = [...(await own()), ...(size === "full" ? await publicOnes(shared!) : [])];
  const examiner = openExaminer(2);
  const lines: string[] = [];
  const unread: string[] = [];
  let longest = 0;
  for (const {name, bytes, becomes} of files) {
    const begun = performance.now();
    const examination = await unlessUnread(() => examiner.examine(bytes));
    const took = performance.now() - begun;
    longest = Math.max(longest, took);
    if (examination === null) {
      // A limit of the machine is no finding about the file; it must have held in time all the same.
      unread.push(name);
      if (took >= intakeLimits.wallMilliseconds) lines.push(`${name}: nach ${Math.round(took)} ms nicht gelesen`);
      continue;
    }
    const {verdict, findings} = examination.checked;
    // Workbooks of others hold names of people; that is said beside, not instead.
    const faults = findings.filter(({rule}) => becomes === "embeds" || rule !== "DS-001");
    const right = faults.length === 1 && (becomes === "noted" ? verdict === "accepted" : verdict === "rejected") && took < intakeLimits.wallMilliseconds;
    if (!right) lines.push(`${name}: ${verdict}, ${findings.length} Befunde, ${Math.round(took)} ms`);
  }
  examiner.close();
  return {
    ok: lines.length === 0,
    figure: `${files.length - lines.length} von ${files.length} mit genau einem Befund${unread.length === 0 ? "" : `, davon ${unread.length} nicht gelesen (${unread.join(", ")})`}, längste ${(longest / 1000).toFixed(1)} s`,
    lines,
  };
};
