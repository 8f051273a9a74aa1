import type {Verdicts} from "../../compare.ts";
import {type Fault, faultAt} from "../../finding.ts";
import type {ReturnView} from "../../return-view.ts";

/** Neighbouring letters, case and everything that is no letter or number left out. */
const pairs = (text: string): string[] => {
  const letters = [
    ...text
      .normalize("NFKC")
      .toLocaleLowerCase("de")
      .replace(/[^\p{L}\p{N}]/gu, ""),
  ];
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
};
/** Two titles mean the same gap if at least half of their letter pairs agree: typos, blanks and shortened wording do not matter. */
const isAlike = (left: string, right: string): boolean => {
  const [one, other] = [pairs(left), pairs(right)];
  const open = [...other];
  const shared = one.filter((pair) => {
    const at = open.indexOf(pair);
    if (at >= 0) open.splice(at, 1);
    return at >= 0;
  });
  return one.join() === other.join() || 4 * shared.length >= one.length + other.length;
};

const message =
  "{zelle}, Lücke {id}: Der Titel war im {vorperiode} „{alt}“, jetzt „{gefunden}“. Bitte einer neuen Lücke eine neue Nummer geben; eine Umbenennung kurz erläutern.";

/** XP-006: a number stands for the same gap as before. Only a whole previous return has titles. */
export const gapTitles = (view: ReturnView): Verdicts => {
  const faults = view.cellsOf("T09", "titel").flatMap((cell): Fault[] => {
    const before = view.previous?.cellAt("T09", "titel", cell.row)?.code ?? null;
    if (before === null || cell.code === null || isAlike(before, cell.code)) return [];
    return [faultAt(cell, before, {message, fill: {alt: before}})];
  });
  return {faults, gaps: []};
};
