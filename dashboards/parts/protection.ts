import {policyVersion} from "../../schemas/disclosure.ts";
import type {WithheldShare} from "../../schemas/disclosure/protection.ts";
import {printDecimal, printRatio} from "../../schemas/units.ts";
import type {View} from "../data/view.ts";
import {roundedNote, watermark, withheldNote} from "../words/audience.ts";
import {href} from "./href.ts";
import {type Html, html} from "./html.ts";

/** Share of cells that hide a number, over some tables: 3,2 % */
export const withheldText = (shares: readonly WithheldShare[]): string => {
  const [cells, withheld] = [shares.reduce((sum, share) => sum + share.cells, 0), shares.reduce((sum, share) => sum + share.withheld, 0)];
  return cells === 0 ? "0 %" : `${printRatio(BigInt(withheld), BigInt(cells), 1, 100n)} %`;
};

/** For whom a page is, in a sober band above everything else; nothing on public pages. */
export const watermarkBand = (view: View): Html => {
  const mark = watermark(view);
  return mark === null ? html`` : html`<p class="watermark"><span class="wrap">${mark}</span></p>\n`;
};

/** Under every page with protected numbers: what was done to them, under which policy, how much is withheld and what the attack said. */
export const protectionNote = (view: View): Html => {
  const {protection, policy} = view.manifest;
  if (protection === null) return html``;
  const {shares, attack} = protection;
  return html`<div class="wrap protected"><p class="group">Schutz kleiner Zahlen</p>
<p>${view.owner !== null && "Eigene Zahlen sind genau. Für alle anderen gilt: "}${roundedNote} VZÄ sind auf 0,50 gerundet. <b>.</b> = ${withheldNote}</p>
<p>Schutzvorgabe Fassung ${policyVersion}, Prüfsumme <code>${policy.slice(0, 12)}</code>. Gesperrt: ${withheldText(shares)} aller Zahlen, <a href="${href(view, "methodik")}#schutz">Anteil je Tabelle</a>. Vor der Veröffentlichung mit ${attack.attackers.length} Arten von Angriff geprüft: ${printDecimal(BigInt(attack.cells), 0)} Zahlen, ${attack.breaches === 0 ? "keine ließ sich zurückrechnen" : `${attack.breaches} ließen sich zurückrechnen`}.</p></div>
`;
};
