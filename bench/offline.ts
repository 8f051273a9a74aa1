import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chance} from "../fixtures/sample/chance.ts";
import {openSigningKey} from "../pipelines/effects/keys/signing-key.ts";
import {offlinePage} from "../reports/build.ts";
import type {PublicKey} from "../schemas/layouts/presets.ts";
import {type Base, bases} from "./offline/bases.ts";
import {type CheckPage, chromiumPath, openCheckPage} from "./offline/browser.ts";
import {annotatedByServer, differences, type Expected, expectedOf, unlikeServer} from "./offline/expected.ts";
import {type Mangled, mangle} from "./offline/mangle.ts";
import {type Tally, tallyOf, together} from "./offline/tally.ts";
import type {Measure} from "./proof/measure.ts";

const limits = {bytes: 5 * 1024 * 1024, sizes: {test: 40, full: 2000}, step: 200, batch: 20};

type Work = {readonly page: CheckPage; readonly keys: readonly PublicKey[]; readonly forms: readonly Base[]; readonly seed: number};
type Made = Mangled & {readonly base: Base};
const made = ({forms, seed}: Work, number: number): Made => {
  const dice = chance(seed, "offline", number);
  const base = dice.pick(forms);
  return {...mangle(base, number, dice), base};
};

/** One file of a batch is also saved with its comments; one of another format, if there is any. */
const saved = async (files: readonly Made[], expected: readonly Expected[], page: CheckPage): Promise<Partial<Tally>> => {
  const forms = files.map((_, i) => i).filter((i) => expected[i]!.reading.form !== null);
  const index = forms.find((i) => !/xlsx$/.test(files[i]!.name)) ?? forms[0];
  if (index === undefined) return {};
  const same = Buffer.from(await page.download(index)).equals(await annotatedByServer(files[index]!, expected[index]!));
  return {downloads: 1, wrong: same ? [] : [`${files[index]!.name}: die gespeicherte Datei ist eine andere`]};
};
const nothing: Tally = {files: 0, findings: 0, genuine: 0, downloads: 0, wrong: [], done: [], rules: []};
/** While the browser works on the files, Node does. */
const compareBatch = async (work: Work, numbers: readonly number[]): Promise<Tally> => {
  const files = numbers.map((number) => made(work, number));
  const checking = work.page.check(files);
  const expected = await Promise.all(files.map((each) => expectedOf(each, work.keys)));
  const seen = await checking;
  const tallies = files.map((file, i) =>
    tallyOf(file, expected[i]!, [...differences(file, expected[i]!, seen[i]), ...unlikeServer(file.base, file, expected[i]!)]),
  );
  const kept = {...nothing, ...(await saved(files, expected, work.page))};
  await work.page.clear();
  return together([...tallies, kept]);
};
const compareStep = async (work: Work, first: number, last: number): Promise<Tally> => {
  const tallies: Tally[] = [];
  for (let at = first; at < last; at += limits.batch)
    tallies.push(
      await compareBatch(
        work,
        Array.from({length: Math.min(limits.batch, last - at)}, (_, i) => at + i),
      ),
    );
  return together(tallies);
};

const foreign = (page: CheckPage, path: string) => page.asked.filter((url) => url !== `file://${path}` && !url.startsWith("blob:null/"));

const counted = (done: readonly string[]) => [...Map.groupBy(done, (each) => each)].map(([kind, all]) => `${kind} ${all.length}`).join(", ");
const compareAll = async (work: Work, count: number, step: Parameters<Measure>[0]["step"]): Promise<Tally> => {
  const tallies: Tally[] = [];
  for (let first = 0; first < count; first += limits.step)
    tallies.push(await step(`from ${first}`, () => compareStep(work, first, Math.min(first + limits.step, count))));
  return together(tallies);
};

/** The check page in Chromium beside Node on mangled workbooks: same findings, same verdict, same file to save, and no request to anybody. */
export const offline: Measure = async ({size, seed, step}) => {
  if (chromiumPath === undefined) return {ok: false, figure: "Chromium fehlt", lines: ["Auf diesem Rechner ist kein Chromium zu finden."]};
  const folder = await mkdtemp(join(tmpdir(), "kim-offline-"));
  const path = join(folder, "pruefung.html");
  const {sealed, publicKeys} = await openSigningKey({secret: join(folder, "keys"), known: join(folder, "known")});
  const text = await offlinePage({keys: publicKeys, engine: "bench", madeOn: "2026-01-05"});
  await writeFile(path, text);
  const [forms, page] = await Promise.all([bases(sealed), openCheckPage(path)]);
  try {
    const {files, findings, genuine, downloads, wrong, done, rules} = await compareAll({page, keys: publicKeys, forms, seed}, limits.sizes[size], step);
    const [bytes, others] = [Buffer.byteLength(text), foreign(page, path)];
    return {
      ok: wrong.length === 0 && others.length === 0 && page.faults.length === 0 && bytes <= limits.bytes && findings > files,
      figure: `${files} Mappen, ${findings} Befunde, ${wrong.length} Abweichungen zwischen Chromium und Node; ${(bytes / 1024 / 1024).toFixed(1)} MB, ${others.length} Anfragen`,
      lines: [
        `${rules.length} Regeln ausgelöst; Vorgaben in ${genuine} Mappen gültig; ${downloads} gespeicherte Dateien Byte für Byte verglichen`,
        `Eingriffe: ${counted(done)}`,
        ...others.map((url) => `Anfrage an ${url}`),
        ...page.faults.map((fault) => `Fehler der Seite: ${fault}`),
        ...wrong.slice(0, 20),
        ...(wrong.length > 20 ? [`und ${wrong.length - 20} weitere Abweichungen`] : []),
      ],
    };
  } finally {
    await page.close();
    await rm(folder, {recursive: true, force: true});
  }
};
