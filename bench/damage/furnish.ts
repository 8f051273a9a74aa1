import {readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {makeSample} from "../../fixtures/sample/make-sample.ts";
import {checkReading} from "../../pipelines/check/check-reading.ts";
import type {Call, Outcome, Verb} from "../../pipelines/effects/command-line.ts";
import {Refusal} from "../../pipelines/effects/refusal.ts";
import type {Examiner} from "../../pipelines/jobs/intake/examine/examiner.ts";
import {openDesk} from "../../pipelines/jobs/intake/desk.ts";
import {contentOf} from "../../pipelines/jobs/warehouse/content-of.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {attackVerbs} from "../../verbs/attack.ts";
import {careVerbs} from "../../verbs/care.ts";
import {decisionVerbs} from "../../verbs/decide.ts";
import {formVerbs} from "../../verbs/form.ts";
import {intakeVerbs} from "../../verbs/intake.ts";
import {quarantineVerbs} from "../../verbs/intake/quarantine.ts";
import {releaseVerbs} from "../../verbs/release.ts";
import {warehouseVerbs} from "../../verbs/warehouse.ts";

const verbs: readonly Verb[] = [
  ...attackVerbs,
  ...careVerbs,
  ...decisionVerbs,
  ...formVerbs.template,
  ...intakeVerbs,
  ...quarantineVerbs,
  ...releaseVerbs.run,
  ...releaseVerbs.site,
  ...Object.values(warehouseVerbs).flat(),
];
/** A verb as it is typed: its words, what it is given, and its switches. */
export type Typed = {readonly verb: string; readonly args?: readonly string[]; readonly options?: Call["options"]};
/** What a verb ended with; `text` is all that was printed. */
export type Ended = {readonly exit: number; readonly text: string};

const nameOf = ({name}: Verb) => name.replace(/ [<[].*$/, "");
const stopped = (error: unknown): Ended =>
  error instanceof Refusal ? {exit: error.exit, text: error.message} : {exit: 2, text: `Abgebrochen: ${error instanceof Error ? error.stack : error}`};

/** Runs a verb in this process on a data folder, and hears what it says on standard error too. */
export const typed = async (data: string, {verb, args = [], options = {}}: Typed): Promise<Ended> => {
  const found = verbs.find((each) => nameOf(each) === verb);
  if (found === undefined) throw new Error(`unknown verb: ${verb}`);
  const write = process.stderr.write.bind(process.stderr);
  let said = "";
  process.stderr.write = (chunk: string | Uint8Array) => {
    said += String(chunk);
    return true;
  };
  try {
    const outcome: Outcome = await found.run({data, args, options, progress: () => undefined});
    return {exit: outcome.exit, text: `${said}${outcome.text}`};
  } catch (error) {
    const ended = stopped(error);
    return {...ended, text: `${said}${ended.text}`};
  } finally {
    process.stderr.write = write;
  }
};
const must = async (data: string, call: Typed): Promise<void> => {
  const {exit, text} = await typed(data, call);
  if (exit !== 0) throw new Error(`kim ${call.verb} ended with ${exit}: ${text}`);
};

const here: Examiner = {
  examine: async (bytes) => {
    const {loose, ...reading} = readWorkbook(bytes);
    return {reading, checked: checkReading({...reading, ...(loose && {loose})})};
  },
  close: () => undefined,
};
/** What archive and ledger of a folder come to, read anew. */
export const contentIn = async (data: string): Promise<string> => {
  const desk = await openDesk(data, {examiner: here});
  return contentOf(desk, await desk.ledger.read(), null);
};

/** Files below a folder with what tells one from another; names are relative. */
export const filesIn = async (data: string, part = ""): Promise<Map<string, string>> => {
  const entries = await readdir(join(data, part), {recursive: true, withFileTypes: true}).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (path) => {
        const {ino, size} = await stat(path);
        return [path.slice(data.length + 1), `${ino} ${size}`] as const;
      }),
    ),
  );
};

/** Takes in, decides, builds, draws, signs and backs up: a data folder in which every kind of file lies. */
export const furnish = async (sample: string, data: string): Promise<void> => {
  await makeSample(sample, {seed: 2025, halfYears: ["2025-H1"], bodies: ["05554", "05566", "05117"]});
  await must(data, {verb: "approvals import", args: [join(sample, "approvals.csv")]});
  await must(data, {verb: "ingest", args: [join(sample, "2025-H1")]});
  await must(data, {verb: "explain", args: ["05554", "2025-H1", "TYP-006"], options: {text: "Die Zahl stimmt."}});
  await must(data, {verb: "template", options: {body: "05554", halfYear: "2025-H2", out: join(sample, "vordruck.xlsx")}});
  await must(data, {verb: "build"});
  await must(data, {verb: "site"});
  await must(data, {verb: "backup", options: {withQuarantine: true, withKeys: true}});
};
