import {acceptRepairs} from "../../../check/repairs/accept-repairs.ts";
import {sha256Of} from "../../../effects/store.ts";
import type {Desk} from "../desk.ts";
import type {Examination} from "../examine/examiner.ts";
import {withheldOf} from "../published/withheld-of.ts";
import {judgeCandidate} from "./judge-body.ts";
import {judgedBody, ledgerState} from "./judged-body.ts";

/** Reads and checks bytes beside everything the data folder knows of their body; nothing is taken in. Bytes that were taken in before are judged as they came in. `accept`: as if the sender had confirmed how they are read. */
export const examineBeside = async (desk: Desk, bytes: Uint8Array, accept = false): Promise<Examination> => {
  const {reading, checked: own} = await desk.examiner.examine(bytes);
  const checked = accept ? acceptRepairs(own) : own;
  if (reading.body === null || reading.halfYear === null) return {reading, checked};
  const sha256 = sha256Of(bytes);
  const [{known: lines, knowledge: today}, withheld] = await Promise.all([ledgerState(desk), withheldOf(desk, reading.body)]);
  const {judged, knowledge} = await judgedBody(desk, reading.body, {known: lines, knowledge: {...today, withheld}});
  const known = judged.find((each) => each.sha256 === sha256);
  if (known !== undefined) return accept ? {...known, checked: acceptRepairs(known.checked)} : known;
  return judgeCandidate({sha256, received: desk.clock.now().toISOString(), reading, checked}, judged, knowledge);
};
