import type {Leak} from "../../../attack/files/leak.ts";
import type {PublicationBreach} from "../../../attack/publication/attacked.ts";
import {breachText, leakText} from "../../release/attack/breach-text.ts";

type Got = {readonly breaches: readonly PublicationBreach[]; readonly leaks: readonly Leak[]};

const kept = "Es wurde nichts veröffentlicht; der Stand davor bleibt.";
/** More than these nobody reads in a terminal; `--json` has all. */
const mostTold = 50;

/** The attack got numbers back from what was about to be published. Nothing was. The message is German and names them. */
export class Breached extends Error {
  readonly got: Got;
  constructor(got: Got) {
    const told = [...got.breaches.map(breachText), ...got.leaks.map(leakText)].map((text) => `– ${text}`);
    const more = told.length > mostTold ? [`– und ${told.length - mostTold} weitere; „--json“ nennt alle.`] : [];
    super([`Der Angriff auf die Veröffentlichung war erfolgreich. ${kept}`, ...told.slice(0, mostTold), ...more].join("\n"));
    this.got = got;
  }
}
