import {codeListOf} from "../../schemas/codes/lists.ts";
import {placeEntries} from "../../schemas/codes/municipalities.ts";
import {fieldOf} from "../../schemas/fields/registry.ts";
import type {Cell, Proposal, Remark} from "../../schemas/flow.ts";
import type {Check} from "../../schemas/rules/rule.ts";
import {decimalText} from "../../schemas/units.ts";
import type {ReturnView} from "./return-view.ts";
import {printHundredths} from "./values.ts";

type Side = {readonly value: bigint; readonly cells: readonly Cell[]};
type Proposed = {readonly proposal?: Proposal};

const fits = ({field}: Cell, hundredths: bigint): boolean => {
  const {kind, scale, max} = fieldOf(field);
  return (
    (scale === 2 || hundredths % 100n === 0n) && (kind === "signed" || hundredths >= 0n) && (max === undefined || hundredths <= BigInt(Math.round(max * 100)))
  );
};
const instead = ({text}: Cell) => (text === "" ? "" : ` statt ${text}`);
/** An equality whose left side is the one cell the finding points to: what the other side amounts to, if the cell can hold it. */
export const balanced = ({left, relation}: Check, cell: Cell, is: Side, ought: Side): Proposed => {
  if (relation !== "equals" || left.kind !== "cells" || is.cells.length !== 1 || is.cells[0] !== cell || !fits(cell, ought.value)) return {};
  const {scale} = fieldOf(cell.field);
  const why = cell.part === "input" ? ", wenn die anderen Zahlen stimmen." : "; so viel ergeben die anderen Zellen.";
  const text = `${printHundredths(ought.value, scale)}${instead(cell)}${why}`;
  return {proposal: {sheet: cell.sheet, cell: cell.address, value: {number: decimalText(scale === 2 ? ought.value : ought.value / 100n, scale)}, text}};
};

/** The drop-down entry of a municipality, where only its key is known. */
export const placeEntryOf = ({body}: ReturnView, text: string): string => {
  const place = body === null ? undefined : placeEntries(body).find(({ags}) => ags === text);
  return place === undefined ? text : `${place.ags} ${place.label}`;
};
const understood: readonly Remark["kind"][] = ["lost-zero", "label-read"];
/** What the reader took a label, another spelling or a key without its zero for, written out. */
export const spelledOut = (view: ReturnView, {kind, at, found, expected}: Remark): Proposed => {
  if (!understood.includes(kind) || !("cell" in at)) return {};
  const entry = placeEntryOf(view, expected);
  return {proposal: {...at, value: {text: entry}, text: `„${entry}“ statt „${found}“.`}};
};

/** Smallest number of letters to change, add or leave out, two swapped ones counting once; more than two are not told apart. */
const distance = (left: string, right: string): number => {
  if (Math.abs(left.length - right.length) > 2) return 3;
  let [before, last] = [[] as number[], Array.from({length: right.length + 1}, (_, i) => i)];
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1];
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1), swapped ? before[j - 2]! + 1 : 3));
    }
    [before, last] = [last, row];
  }
  return Math.min(3, last[right.length]!);
};
const folded = (text: string) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLocaleLowerCase("de");
const shortest = 5;
/** For a misspelt entry of a code list: the only one that is at most two letters away. Short entries are all alike and get none. */
export const respelled = (cell: Cell): Proposed => {
  const list = cell.part === "input" ? fieldOf(cell.field).list : undefined;
  const text = folded(cell.text);
  if (list === undefined || text.length < shortest) return {};
  const {known, entry} = codeListOf(list);
  const near = [...known].filter(([code, label]) => [label, entry(code)].some((each) => each.length >= shortest && distance(text, folded(each)) <= 2));
  if (near.length !== 1) return {};
  const meant = entry(near[0]![0]);
  return {proposal: {sheet: cell.sheet, cell: cell.address, value: {text: meant}, text: `„${meant}“ statt „${cell.text}“, wenn das gemeint ist.`}};
};
