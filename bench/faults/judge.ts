import type {Wanted} from "../../fixtures/faults/expectation.ts";
import type {Finding, Place} from "../../schemas/flow.ts";

/** What was found in a faulty workbook, held against what must be found. */
export type Judged = {
  readonly asked: number;
  readonly found: number;
  readonly right: number;
  readonly missed: readonly Wanted[];
  readonly wrong: readonly Finding[];
};

export const placeText = (at: Place): string => ("cell" in at ? `${at.sheet}!${at.cell}` : "sheet" in at ? at.sheet : "Datei");

/** Findings the clean workbook has as well are nobody's; a rule that is not in the book of rules is not asked for. */
export const judge = (findings: readonly Finding[], must: readonly Wanted[], may: readonly Wanted[], known: (rule: string) => boolean): Judged => {
  const asked = must.filter(({rules}) => rules.some(known));
  const open = new Set(asked.toSorted((a, b) => a.at.size - b.at.size));
  const speaks = ({rule, at}: Finding, {rules, at: places}: Wanted) => rules.includes(rule) && places.has(placeText(at));
  const wrong = findings.filter((finding) => {
    const met = [...open].find((wanted) => speaks(finding, wanted));
    if (met !== undefined) return !open.delete(met);
    return !may.some((allowed) => speaks(finding, allowed));
  });
  return {asked: asked.length, found: asked.length - open.size, right: findings.length - wrong.length, missed: [...open], wrong};
};

/** Findings that the clean workbook does not have. */
export const newlySaid = (findings: readonly Finding[], before: readonly Finding[]): Finding[] => {
  const old = new Set(before.map(({rule, at}) => `${rule} ${placeText(at)}`));
  return findings.filter(({rule, at}) => !old.has(`${rule} ${placeText(at)}`));
};

/** Whether a finding lacks its rule, its place or its German text, or shows a placeholder nobody filled. */
export const unsaid = ({rule, at, message}: Finding): boolean =>
  !/^[A-Z]{2,3}-\d{3}$/.test(rule) || placeText(at) === "" || !/\p{L}{3}.*[.!?]/su.test(message) || /\{\w+\}|undefined|null|NaN|\[object/.test(message);
