import type {Finding} from "../../../../schemas/flow.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import type {Desk} from "../desk.ts";
import {judgedBody} from "../judging/judged-body.ts";

/** What a decision is about; `field` and `row` are null where it is about every finding of the rule. */
export type About = {
  readonly body: string;
  readonly halfYear: HalfYear;
  readonly rule: string;
  readonly field: string | null;
  readonly row: string | null;
};
/** Whether a return has such a finding today; `unknown` where its rule needs more than the body's own returns to say so. */
export type Standing = "found" | "none" | "unknown";

const isMeant = ({rule, field, row}: About, finding: Finding) =>
  finding.rule === rule && (field === null || finding.field === field) && (row === null || finding.row === row);

/** Looks for what a decision is about in all returns of the body for the half-year. A decision about nothing is kept and waits. */
export const standingOf = async (desk: Desk, about: About): Promise<Standing> => {
  const {judged} = await judgedBody(desk, about.body);
  const checked = judged.filter(({reading}) => reading.halfYear === about.halfYear).map((each) => each.checked);
  if (checked.some(({findings}) => findings.some((finding) => isMeant(about, finding)))) return "found";
  return checked.some(({notCheckable}) => notCheckable.some(({rule}) => rule === about.rule)) ? "unknown" : "none";
};
