import {cp, mkdir, mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openDesk} from "../pipelines/jobs/intake/desk.ts";
import {contentOf} from "../pipelines/jobs/warehouse/content-of.ts";
import {kimDone} from "./proof/call.ts";
import type {Measure, Size} from "./proof/measure.ts";

/** End of each half-year's deadline and some days between, when late and corrected returns are on their way. */
const days = ["2024-02-01", "2025-02-01", "2025-08-20", "2023-07-31", "2024-08-01", "2026-01-31", "2023-01-01"];

const contentHash = async (data: string, ...args: string[]): Promise<string> => {
  const {out} = await kimDone("build", "--data", data, "--json", ...args);
  const built = JSON.parse(out) as {contentHash?: string; manifest?: {contentHash?: string}};
  const hash = built.contentHash ?? built.manifest?.contentHash;
  if (hash === undefined) throw new Error("missing content hash: kim build --json");
  return hash;
};

/** The same without products: what else the verb does is no matter of days. */
const contentOn = async (data: string, until: string): Promise<string> => {
  const desk = await openDesk(data);
  return contentOf(desk, await desk.ledger.read(), until).finally(desk.examiner.close);
};

const sidecar = ".eingang.json";
/** A day ends at midnight in Düsseldorf. */
const day = (instant: string) => new Intl.DateTimeFormat("sv-SE", {timeZone: "Europe/Berlin"}).format(new Date(instant));

/** The bodies of the Regierungsbezirk Düsseldorf, or all. */
const ofSize: Readonly<Record<Size, RegExp>> = {test: /(^|\/)051/, full: /./};

/** Copies the returns received up to a day, told by their sidecars alone. */
const receivedBy = async (from: string, until: string, into: string, size: Size): Promise<number> => {
  const names = (await readdir(from, {recursive: true})).filter((name) => name.endsWith(sidecar) && ofSize[size].test(name));
  let copied = 0;
  for (const name of names) {
    const {received} = JSON.parse(await readFile(join(from, name), "utf8")) as {received: string};
    if (day(received) > until) continue;
    const file = name.slice(0, -sidecar.length);
    await cp(join(from, file), join(into, file));
    await cp(join(from, name), join(into, name));
    copied++;
  }
  return copied;
};

const takeIn = async (data: string, sample: string, returns: string) => {
  await kimDone("approvals", "import", join(sample, "approvals.csv"), "--data", data);
  await kimDone("ingest", returns, "--data", data);
};

/** A build of everything as of a day (the first by the verb itself) beside a build of only what had come in by then: one content hash. */
export const asOf: Measure = async ({size, seed}) => {
  const folder = await mkdtemp(join(tmpdir(), "kim-as-of-"));
  try {
    const [sample, all] = [join(folder, "sample"), join(folder, "all")];
    await kimDone("sample", sample, "--seed", String(seed));
    await receivedBy(sample, "9999", join(folder, "drop"), size);
    await takeIn(all, sample, join(folder, "drop"));
    const results: {ok: boolean; line: string}[] = [];
    for (const [i, until] of (size === "full" ? days : days.slice(1, 2)).entries()) {
      const part = join(folder, until);
      await mkdir(join(part, "drop"), {recursive: true});
      const count = await receivedBy(sample, until, join(part, "drop"), size);
      await takeIn(join(part, "data"), sample, join(part, "drop"));
      const then = await (i === 0 ? contentHash(all, "--as-of", until) : contentOn(all, until));
      const only = await contentOn(join(part, "data"), until);
      results.push({
        ok: then === only && (count > 0 || until < "2023-07"),
        line: `${until}: ${count} Eingänge, ${then === only ? `gleich (${then.slice(0, 12)})` : `VERSCHIEDEN: ${then} und ${only}`}`,
      });
    }
    return {
      ok: results.every(({ok}) => ok),
      figure: `${results.filter(({ok}) => ok).length} von ${results.length} Tagen gleich`,
      lines: results.map(({line}) => line),
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};
