import {z} from "zod";
import {halfYearOf} from "../../../schemas/half-year.ts";
import {waive} from "../intake/decide.ts";
import type {Desk} from "../intake/desk.ts";
import {foldLedger} from "../../ledger/fold.ts";

const released = z.array(
  z.strictObject({body: z.string(), halfYear: z.string(), rule: z.string(), key: z.string().nullable(), reason: z.string(), decided: z.iso.datetime()}),
);

/**
 * Takes the releases that lie beside the invented returns (`freigaben.json`) out of the inbox, as if the KfI had decided each on its day.
 * Run again after it was stopped, it notes none twice. @throws Error of zod for a file of another shape
 */
export const takeInReleases = async (desk: Desk): Promise<void> => {
  const path = `${desk.folder.inbox}/freigaben.json`;
  const bytes = await desk.files.read(path);
  if (bytes === null) return;
  const {waived} = foldLedger(await desk.ledger.read());
  const isNoted = ({body, rule, decided}: {body: string; rule: string; decided: string}) =>
    waived.some((each) => each.body === body && each.rule === rule && each.decided === decided);
  for (const {halfYear, reason, ...each} of released.parse(JSON.parse(new TextDecoder().decode(bytes))))
    if (!isNoted(each)) await waive(desk, {...each, halfYear: halfYearOf(halfYear), text: reason});
  await desk.files.remove(path);
};
