import {unzipSync} from "fflate";
import {carriers, type Carrier, type TextParts} from "../../fixtures/packagings/carriers.ts";
import {type Packaging, packagings as all} from "../../fixtures/packagings/packagings.ts";
import {hits} from "../../fixtures/personal-data/hits.ts";
import {oneReturn} from "../../fixtures/sample/one-return.ts";
import {checkReading} from "../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {annotate} from "../../reports/annotate/annotate.ts";
import type {Measure} from "../proof/measure.ts";

type Base = {readonly parts: TextParts; readonly media: Readonly<Record<string, Uint8Array>>};
const isText = (name: string) => /\.(?:xml|rels|vml)$/.test(name);
const decoder = new TextDecoder();
const baseOf = (bytes: Uint8Array): Base => {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/"));
  return {
    parts: Object.fromEntries(entries.filter(([name]) => isText(name)).map(([name, data]) => [name, decoder.decode(data)])),
    media: Object.fromEntries(entries.filter(([name]) => !isText(name))),
  };
};

/** A return with a wrong cell, so that there is something to mark. */
const sent = (body: string) => oneReturn({body, change: {"03_Fallzahlen!D7": "viele"}});

const asText = (value: unknown) => JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}n` : each));
/** All that is read and found, without what is only screened and without the ending of the file. */
const seen = (bytes: Uint8Array) => {
  const reading = readWorkbook(bytes);
  const {loose, format, ...rest} = reading;
  return {cells: asText(rest), checked: checkReading(reading)};
};
type Seen = ReturnType<typeof seen>;

/** What is wrong with a workbook written in one way: nothing, if it reads and is judged as the plain one, and so does its marked copy. */
const cleanFaults = async ({name, strict = false, write}: Packaging, {parts, media}: Base, plain: Seen): Promise<string[]> => {
  const bytes = write(parts, media);
  const {cells, checked} = seen(bytes);
  const marked = await annotate(bytes, checked.findings, {sheets: () => []});
  const again = strict ? plain : seen(marked.bytes);
  return [
    ...(cells === plain.cells ? [] : [`${name}: andere Zellen`]),
    ...(asText(checked) === asText(plain.checked) ? [] : [`${name}: anderes Urteil (${checked.verdict}, ${checked.findings.map(({rule}) => rule).join(" ")})`]),
    ...(marked.copied === strict ? [] : [`${name}: ${strict ? "nicht als Kopie" : "nur als Kopie"} markiert`]),
    ...(again.cells === plain.cells ? [] : [`${name}: nach dem Markieren andere Zellen`]),
  ];
};
/** Comments of ours come beside those that are there. */
const marksBeside = new Set(["Kommentar", "altes Textfeld"]);
const hitFaults = async (
  {name, strict = false, write}: Packaging,
  carrier: Carrier,
  {parts, media}: Base,
  hit: {readonly text: string; readonly secret: string},
): Promise<string[]> => {
  const written = write(carrier.with(parts, hit.text), {...media, ...carrier.media?.(hit.text)});
  const bytes = carrier.pack?.(written, hit.text) ?? written;
  const {cells, checked} = seen(bytes);
  const {verdict, findings} = checked;
  const marked = marksBeside.has(carrier.name) && !strict ? await annotate(bytes, findings) : null;
  const found = findings.filter(({rule}) => rule === "DS-001");
  const label = `${name}, ${carrier.name}: „${hit.text}“`;
  if (found.length === 0 || verdict !== "rejected") return [`${label} nicht gefunden`];
  return [
    ...(found.some(({message}) => carrier.says.test(message)) ? [] : [`${label} ohne Angabe des Orts: ${found[0]?.message}`]),
    ...(marked === null || (!marked.copied && seen(marked.bytes).cells === cells) ? [] : [`${label}: nach dem Markieren anders`]),
    ...(asText(findings).includes(hit.secret) ? [`${label} wiedergegeben`] : []),
  ];
};
/** Hits of a kind that is found in any text: their kinds have a measure of their own (personal-data). */
const sureHits = (count: number, seed: number) =>
  hits(count * 8, seed)
    .filter(({kind, text, secret}) => kind === "Name" && text.length > 14 && text.length < 60 && secret.length > 3 && /Frau|Herr|Hr\.|Fr\./.test(text))
    .slice(0, count);

/** Valid ways to write one package, each with and without a hit in one (full: every) place that can hold a text: equal cells, equal verdict, and the hit always found, named and never repeated. */
export const packagings: Measure = async ({size, seed, step}) => {
  const bodies = size === "full" ? ["05170", "05914", "05334002"] : ["05170"];
  const words = sureHits(size === "full" ? 12 : 4, seed);
  const lines: string[] = [];
  let tried = 0;
  for (const body of bodies) {
    const base = baseOf(await sent(body));
    const done = await step(`packagings-${body}`, async () => {
      const plain = seen(await sent(body));
      const faults: string[] = [];
      let count = 0;
      for (const [i, packaging] of all.entries()) {
        const own = size === "full" ? carriers : [carriers[i % carriers.length]].filter((each) => each !== undefined);
        faults.push(...(await cleanFaults(packaging, base, plain)));
        for (const [k, carrier] of own.entries())
          faults.push(...(await hitFaults(packaging, carrier, base, words[(i + k) % words.length] ?? {text: "", secret: ""})));
        count += 1 + own.length;
      }
      return {faults, count};
    });
    lines.push(...done.faults.map((fault) => `${body}: ${fault}`));
    tried += done.count;
  }
  return {
    ok: lines.length === 0 && all.length >= 40 && words.length > 0,
    figure: `${all.length} Verpackungen, ${carriers.length} Orte, ${tried - lines.length} von ${tried} Mappen gleich gelesen und beurteilt`,
    lines,
  };
};
