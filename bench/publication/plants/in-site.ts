import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {cellsIn} from "../secrets/beside-exact.ts";
import type {Truth} from "../secrets/look.ts";
import type {Plant} from "./garden.ts";

const planted = (file: string | undefined) => file && `site/${file}`;

const places = /(data-place="([^"]+)"[^>]*>)([\d.]+)(?=<\/td>)/g;
/** The true whole number where a page prints another one. */
const truthAt = ({secretly}: Truth, place: string, text: string): string | undefined => {
  const exact = secretly.get(place)?.exact(0) ?? undefined;
  return exact === text ? undefined : exact;
};
const intoPlace: Plant = ({site, truth, page}) => {
  const placeIn = (text: string) => [...text.matchAll(places)].find(([, , place, shown]) => truthAt(truth, place!, shown!) !== undefined);
  const file = page(/\.html$/, (text) => placeIn(text) !== undefined);
  if (file === undefined) return undefined;
  const text = readFileSync(join(site, file), "utf8");
  const [whole, before, place, shown] = placeIn(text)!;
  writeFileSync(join(site, file), text.replace(whole, `${before}${truthAt(truth, place!, shown!)}`));
  return planted(file);
};

/** One line of a file becomes that of the controlling, where that prints another number at the same place. */
const lineOf =
  (ending: RegExp): Plant =>
  ({site, truth, page}) => {
    const other = (text: string, exact: string, file: string) => {
      const there = exact.split("\n");
      const lines = text.split("\n");
      const changed = lines
        .map((line, i) => [line, there[i]] as const)
        .findIndex(([line, exactly]) => {
          if (exactly === undefined || exactly === line) return false;
          const made = [...cellsIn(file, lines.map((each) => (each === line ? exactly : each)).join("\n"))];
          const [before, truly] = [cellsIn(file, text), cellsIn(file, exact)];
          return made.some(([at, cell]) => before.has(at) && cell !== before.get(at) && cell === truly.get(at));
        });
      return changed < 0 ? undefined : lines.with(changed, there[changed]!).join("\n");
    };
    const file = page(ending, (text, exact, name) => other(text, exact, name) !== undefined);
    if (file === undefined) return undefined;
    const [text, exact] = [site, truth.exact].map((folder) => readFileSync(join(folder, file), "utf8"));
    writeFileSync(join(site, file), other(text!, exact!, file)!);
    return planted(file);
  };
const hasOther = (text: string, exact: string, file: string) => {
  const truly = cellsIn(file, exact);
  return [...cellsIn(file, text)].some(([at, cell]) => truly.has(at) && truly.get(at) !== cell);
};
/** The whole file is that of the controlling. */
const wholeOf =
  (ending: RegExp): Plant =>
  ({site, truth, page}) => {
    const file = page(ending, hasOther);
    if (file !== undefined) cpSync(join(truth.exact, file), join(site, file));
    return planted(file);
  };
const append =
  (ending: RegExp, text: (truth: Truth) => string): Plant =>
  ({site, page, truth}) => {
    const file = page(ending);
    if (file !== undefined) writeFileSync(join(site, file), `${readFileSync(join(site, file), "utf8")}${text(truth)}`);
    return planted(file);
  };

/** Plants in the public pages: under which name the search must find each. */
export const inSite: readonly (readonly [by: string, Plant])[] = [
  ["Seite", intoPlace],
  ["Zahl der Controlling-Seite", lineOf(/csv\/[^/]+\.csv$/)],
  ["Zahl der Controlling-Seite", wholeOf(/\.html$/)],
  ["Zahl der Controlling-Seite", wholeOf(/\.svg$/)],
  ["nicht aus öffentlichen Produkten", append(/\.html$/, () => "<!-- 3 -->")],
  ["Prüfsumme einer Meldung", append(/\.html$/, ({house}) => `<p>${[...house.submissions][0]}</p>`)],
  ["Prüfsumme des Ledgers", append(/\.html$/, ({house}) => `<p>${[...house.ledger].find((hash) => hash !== house.head)}</p>`)],
  ["Verweis auf Quelltext", append(/\.html$/, () => "<script>//# sourceMappingURL=seite.js.map</script>")],
];
