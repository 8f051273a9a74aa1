import type {Event} from "../../../../schemas/events.ts";
import type {Desk} from "../desk.ts";
import type {Known} from "../../../ledger/fold.ts";
import {receivedOn} from "../../../load/load-submission.ts";

type Said<Type extends Event["type"]> = Omit<Extract<Event, {type: Type}>, "text" | "type"> & {readonly text: string};
/** What people decided about findings, with their words; for the same finding the later decision counts. */
export type Decisions = {readonly waivers: readonly Said<"waived">[]; readonly explanations: readonly Said<"explained">[]};

const decoder = new TextDecoder();
/** Texts lie in the payload store. @throws Refusal if one is missing or was changed */
const spoken = async <E extends Extract<Event, {type: "waived" | "explained"}>>({payload}: Pick<Desk, "payload">, event: E) => {
  const bytes = await payload.require(event.text);
  return {...event, text: (JSON.parse(decoder.decode(bytes)) as {text: string}).text};
};

/** Decisions up to the end of a day in Germany (null: all). */
export const decisionsOf = async (desk: Pick<Desk, "payload">, {waived, explained}: Known, asOf: string | null): Promise<Decisions> => {
  const inTime = ({decided}: {decided: string}) => asOf === null || receivedOn(decided) <= asOf;
  const [waivers, explanations] = await Promise.all([
    Promise.all(waived.filter(inTime).map((event) => spoken(desk, event))),
    Promise.all(explained.filter(inTime).map((event) => spoken(desk, event))),
  ]);
  return {waivers, explanations};
};
