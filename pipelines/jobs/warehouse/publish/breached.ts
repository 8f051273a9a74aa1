import type {Leak} from "../../../attack/leak.ts";
import type {PublicationBreach} from "../../../attack/publication/attacked.ts";
import {breachText, leakText} from "../../release/attack/breach-text.ts";

type Got = {readonly breaches: readonly PublicationBreach[]; readonly leaks: readonly Leak[]};

/** The attack got numbers back from what was about to be published. Nothing was. The message is German and names each of them. */
export class Breached extends Error {
  readonly got: Got;
  constructor(got: Got) {
    const told = [...got.breaches.map(breachText), ...got.leaks.map(leakText)].map((text) => `– ${text}`);
    super(["Der Angriff auf die Veröffentlichung war erfolgreich. Es wurde nichts veröffentlicht; der Stand davor bleibt.", ...told].join("\n"));
    this.got = got;
  }
}
