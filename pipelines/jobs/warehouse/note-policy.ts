import {policyVersion} from "../../../schemas/disclosure.ts";
import type {Ledger} from "../../effects/ledger.ts";
import {policyHash} from "../../protect/policy-hash.ts";

/** Notes in the ledger that the disclosure policy has changed since products were last made. @returns whether it has */
export const notePolicy = async (ledger: Ledger): Promise<boolean> => {
  const policy = policyHash();
  const last = (await ledger.read()).findLast((line) => line.type === "policy");
  if (last?.policy === policy) return false;
  await ledger.append([{type: "policy", policy, version: policyVersion}]);
  return true;
};
