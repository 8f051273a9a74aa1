import {type CodeList, codeList} from "./code-list.ts";
import declared from "./lists.json" with {type: "json"};
import {nationalities} from "./nationalities.ts";

type Extra = Partial<Pick<Parameters<typeof codeList>[0], "fixes" | "ignored" | "valid" | "plainWords">>;

/** Spellings seen in practice, entries that say nothing, and validity; labels and sources are in lists.json. */
const extras: Readonly<Record<string, Extra>> = {
  CL_JN: {plainWords: true, fixes: {j: "J", n: "N", yes: "J", no: "N", true: "J", false: "N", wahr: "J", falsch: "N"}},
  CL_JNA: {plainWords: true, fixes: {j: "J", n: "N", a: "A", "in arbeit": "A", "in ausbildung": "A"}},
  CL_X: {plainWords: true, fixes: {X: "x", ja: "x", "✓": "x", "×": "x"}, ignored: ["-", "–", "nein"]},
  CL_STATUS: {valid: {30: {from: "2022-H1"}, 35: {from: "2022-H2"}}},
  CL_ZIELGRUPPE: {valid: {14: {from: "2022-H1"}}},
  CL_FUNKTION: {fixes: {Koordinator: "KO", "Case Manager": "CM", "Case-Management": "CM", Verwaltungsassistent: "VA", Einbürgerung: "EBH"}},
  CL_TRAEGER: {fixes: {Arbeiterwohlfahrt: "F1", Caritasverband: "F2", "Diakonisches Werk": "F3", "Deutsches Rotes Kreuz": "F4", Paritätischer: "F5"}},
};

const short = Object.entries(declared as Record<string, {source: string; codes: Record<string, string>}>).map(([name, {source, codes}]) => codeList({name, known: codes, source, ...extras[name]}));

/** Nationality keys of today; the former keys stay in nationalities.json for reading old series. */
const states = codeList({
  name: "CL_STAAT",
  known: Object.fromEntries(nationalities.filter(({until}) => until === null).map(({key, name}) => [key, name])),
  fixes: {Syrien: "475", Iran: "439", Russland: "160", Moldau: "146", Tansania: "282", Laos: "449", Nordkorea: "434", Südkorea: "467", Venezuela: "367", Bolivien: "326", USA: "368", Elfenbeinküste: "231"},
  source: "Destatis, Staats- und Gebietssystematik",
});

/** Every code list by name. */
export const codeLists: ReadonlyMap<string, CodeList> = new Map([...short, states].map((list) => [list.name, list]));

/** @throws Error `unknown code list: NAME` */
export const codeListOf = (name: string): CodeList => {
  const list = codeLists.get(name);
  if (list === undefined) throw new Error(`unknown code list: ${name}`);
  return list;
};
