import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFor} from "../../../schemas/disclosure/audience-tables.ts";
import {columnsOf} from "../../../schemas/tables/columns.ts";
import {isPage, type Searched, type Truth} from "../secrets/look.ts";
import type {Secret} from "../secrets/secret.ts";
import {filesIn} from "../secrets/strangers.ts";

/** A copy of what is public, in which each file gets one plant at most. */
export type Garden = Searched & {
  readonly truth: Truth;
  /** A withheld count other than zero, in another file with such an ending each time. @throws Error `missing withheld number: ENDING` */
  readonly withheld: (ending: string) => Secret;
  /** A page, picture or download with such an ending that fits, another one each time; `exact`: the same of the controlling. */
  readonly page: (ending: RegExp, fits?: (site: string, exact: string, file: string) => boolean) => string | undefined;
};
/** Plants one leak. Its file, as the search names it; nothing, if there is no place for it. */
export type Plant = (garden: Garden) => Promise<string | undefined> | string | undefined;

const isCount = ({column, table}: Secret) => columnsOf(tableFor("public", table)).find(({name}) => name === column)!.type === "count";
const everything = () => true;

export const gardenIn = (searched: Searched, truth: Truth): Garden => {
  const secrets = truth.secrets.filter((secret) => secret.shown === null && secret.exact !== "0" && isCount(secret));
  const tables = [...Map.groupBy(secrets, ({table}) => table).values()].map(([first]) => first!);
  const used = new Set<string>();
  const pages = new Set(filesIn(searched.site).filter(isPage));
  const exactly = new Set(filesIn(truth.exact));
  const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");
  return {
    ...searched,
    truth,
    withheld: (ending) => {
      const next = tables.find(({table}) => !used.has(`${table}.${ending}`));
      if (next === undefined) throw new Error(`missing withheld number: ${ending}`);
      used.add(`${next.table}.${ending}`);
      return next;
    },
    page: (ending, fits = everything) => {
      const found = [...pages].find((file) => ending.test(file) && exactly.has(file) && fits(read(searched.site, file), read(truth.exact, file), file));
      if (found !== undefined) pages.delete(found);
      return found;
    },
  };
};
