import {contextReasons, nothingKnown} from "../../../schemas/context.ts";
import type {Checked, Reading} from "../../../schemas/flow.ts";
import type {PublicKey} from "../../../schemas/layouts/presets.ts";
import {checkReading} from "../check-reading.ts";
import {contextOfPresets} from "./context-of-presets.ts";
import {type Trust, trustOf, trustReasons} from "./trust.ts";

/** What can be found where only the file is at hand, and what is to be thought of the presets in it. */
export type CheckedAlone = {readonly checked: Checked; readonly trust: Trust};

const fromPresets = new Set([contextReasons.previous, contextReasons.approvals]);
/** Presets that may not be used are the reason then, not that nothing is known. */
const explained = (checked: Checked, trust: Exclude<Trust, "genuine">): Checked => ({
  ...checked,
  notCheckable: checked.notCheckable.map(({rule, reason}) => ({
    rule,
    reason: reason
      .split("; ")
      .map((each) => (fromPresets.has(each) ? trustReasons[trust] : each))
      .filter((each, i, all) => all.indexOf(each) === i)
      .join("; "),
  })),
});

/** Checks a return far from any data folder: with the figures the Land signed into the form, where the signature holds under one of the keys. */
export const checkAlone = async (reading: Reading, keys: readonly PublicKey[]): Promise<CheckedAlone> => {
  const trust = await trustOf(reading.presets, keys);
  if (trust !== "genuine") return {checked: explained(checkReading(reading, nothingKnown), trust), trust};
  return {checked: checkReading(reading, contextOfPresets(reading.presets!.text, reading.halfYear!)), trust};
};
