import {policyVersion} from "../../../schemas/disclosure.ts";
import type {Ledger} from "../../ledger/ledger.ts";
import {policyHash} from "../../protect/policy-hash.ts";

/**
 * Notes in the ledger that the disclosure policy has changed since products were last made. An empty ledger has nothing to protect; a policy before
 * all else would make the seed known to everybody. @returns whether it has changed
 */
export const notePolicy = async (ledger: Ledger): Promise<boolean> => {
  const policy = policyHash();
  const lines = await ledger.read();
  const last = lines.findLast((line) => line.type === "policy");
  if (lines.length === 0 || last?.policy === policy) return false;
  await ledger.append([{type: "policy", policy, version: policyVersion}]);
  return true;
};
