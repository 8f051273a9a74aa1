import {join} from "node:path";
import type {LedgerLine} from "../../../schemas/events.ts";
import {openWarehouse} from "../../effects/warehouse.ts";
import type {Desk} from "../intake/desk.ts";
import {assemble} from "./assemble.ts";
import {contentHash} from "./content-hash.ts";
import {modelFiles} from "./model-files.ts";
import {openJudging} from "./submissions/judging.ts";

/** What a build from archive and ledger alone would hold, as its content hash; nothing is published and nothing kept. */
export const contentOf = async (
  desk: Pick<Desk, "archive" | "examiner" | "payload" | "readings" | "files" | "folder">,
  lines: readonly LedgerLine[],
  asOf: string | null,
): Promise<string> => {
  const warehouse = await openWarehouse();
  try {
    const {submissions, findingsOf} = await openJudging(desk, lines, asOf);
    await assemble(warehouse, submissions, modelFiles(), findingsOf);
    return await contentHash(warehouse, desk.files, join(desk.folder.state, "rebuild.csv"));
  } finally {
    await warehouse.close();
  }
};
