import {rules} from "../../../schemas/rules/registry.ts";
import type {Rule} from "../../../schemas/rules/rule.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";
import {personalKinds} from "../../check/privacy/kinds.ts";
import type {Desk} from "./desk.ts";
import {Refusal} from "../../effects/refusal.ts";

/** What a decision is about: findings of a rule in a body's return for a half-year. */
type Subject = {readonly body: string; readonly halfYear: HalfYear; readonly rule: string; readonly text: string};
/** `decided`: an earlier instant than now, where the decision was taken elsewhere. */
export type Release = Subject & {readonly key: string | null; readonly withdrawn?: true; readonly decided?: string};
export type Explanation = Subject & {readonly field: string | null; readonly row: string | null};

const releasable = rules.filter((rule) => rule.releasable).map(({id}) => id);

/** @throws Refusal if the words hold personal data: they are kept for years. */
const keepWords = ({payload}: Desk, text: string, about: string): Promise<string> => {
  const kinds = personalKinds(text);
  if (kinds.length > 0)
    throw new Refusal(`Der Text enthält vermutlich ${kinds.join(" und ")}. Erwartet: ein Satz ohne Personenbezug. Es wurde nichts festgehalten.`);
  return payload.put(new TextEncoder().encode(JSON.stringify({about, text})));
};
const known = (rule: string): Rule => {
  const found = rules.find(({id}) => id === rule);
  if (found === undefined) throw new Refusal(`Die Regel „${rule}“ gibt es nicht. Alle Regeln zeigt ./kim rules.`);
  return found;
};

/** Releases an error of the KfI's rules, or takes the release back, as an event. @throws Refusal for a rule that cannot be released */
export const waive = async (desk: Desk, {body, halfYear, rule, key, text, withdrawn, decided = desk.clock.now().toISOString()}: Release): Promise<void> => {
  if (!known(rule).releasable) throw new Refusal(`${rule} kann nicht freigegeben werden. Freigeben lassen sich: ${releasable.join(", ")}.`);
  const words = await keepWords(desk, text, `waived ${body} ${halfYear} ${rule} ${key ?? ""}`);
  await desk.ledger.append([{type: "waived", body, halfYear, rule, key, text: words, decided, ...(withdrawn === true && {withdrawn})}]);
};

/** Keeps what a body says about a finding, as an event. @throws Refusal for an unknown rule */
export const explain = async (desk: Desk, {body, halfYear, rule, field, row, text}: Explanation): Promise<void> => {
  known(rule);
  const words = await keepWords(desk, text, `explained ${body} ${halfYear} ${rule} ${field ?? ""} ${row ?? ""}`);
  await desk.ledger.append([{type: "explained", body, halfYear, rule, field, row, text: words, decided: desk.clock.now().toISOString()}]);
};
