import {contextReasons, nothingKnown} from "../../../schemas/context.ts";
import type {Checked, Reading} from "../../../schemas/flow.ts";
import type {PublicKey} from "../../../schemas/layouts/presets.ts";
import {checkReading} from "../check-reading.ts";
import {contextOfPresets} from "./context-of-presets.ts";
import {type Trust, trustOf, trustReasons} from "./trust.ts";

/** What can be found where only the file is at hand, and what is to be thought of the presets in it. */
export type CheckedAlone = {readonly checked: Checked; readonly trust: Trust};

/** Presets that may not be used are the reason then, not that nothing is known; said once where both parts are missing. */
const explained = (reason: string, trust: Exclude<Trust, "genuine">): string => {
  const why = trustReasons[trust];
  return reason.replaceAll(contextReasons.previous, why).replaceAll(contextReasons.approvals, why).replaceAll(`${why}; ${why}`, why);
};

/** Checks a return far from any data folder: with the figures the Land signed into the form, where the signature holds under one of the keys. */
export const checkAlone = async (reading: Reading, keys: readonly PublicKey[]): Promise<CheckedAlone> => {
  const trust = await trustOf(reading.presets, keys);
  if (trust !== "genuine") {
    const checked = checkReading(reading, nothingKnown);
    return {checked: {...checked, notCheckable: checked.notCheckable.map(({rule, reason}) => ({rule, reason: explained(reason, trust)}))}, trust};
  }
  return {checked: checkReading(reading, contextOfPresets(reading.presets!.text, reading.halfYear!)), trust};
};
