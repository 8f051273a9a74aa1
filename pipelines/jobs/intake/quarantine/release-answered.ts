import type {Desk} from "../desk.ts";
import {foldLedger} from "../../../ledger/fold.ts";
import {takeIn} from "../take-in.ts";
import {openCells, waiting} from "./waiting.ts";

/** The name of a refused file was never kept. */
const nameless = ({payload}: Desk, sha256: string) => payload.put(new TextEncoder().encode(JSON.stringify({file: sha256, name: "aus der Quarantäne"})));

const damages = {
  missing: (file: string) => `Die Datei ${file} wartet auf Annahme und fehlt.`,
  changed: (file: string) => `Die Datei ${file} wartet auf Annahme und wurde verändert.`,
};
/** Takes in every waiting file of which each hit was answered, with the time it came in. Killed anywhere, the next run ends in the same state. @returns hashes of the files taken in */
export const releaseAnswered = async (desk: Desk): Promise<string[]> => {
  const taken: string[] = [];
  for (const refusal of waiting(foldLedger(await desk.ledger.read())).filter((each) => openCells(each).length === 0)) {
    const {sha256, received, answered} = refusal;
    const stored = await desk.quarantine.look(sha256);
    if (stored.state !== "sound") {
      // One file's damage stays with that file: the same bytes, sent again, are taken in.
      desk.log.say(`${damages[stored.state](`quarantine/${sha256}`)} Bitte die Stelle, dieselbe Datei noch einmal zu senden; sie wird dann angenommen.`);
      continue;
    }
    const {refused} = await takeIn(desk, {
      read: {size: stored.bytes.length, sha256, bytes: stored.bytes},
      received,
      answered,
      keepName: () => nameless(desk, sha256),
    });
    if (!refused) taken.push(sha256);
  }
  return taken;
};
