import {type CheckedAlone, checkAlone} from "../../pipelines/check/presets/check-alone.ts";
import {type Trust, trustReasons} from "../../pipelines/check/presets/trust.ts";
import {readValues} from "../../pipelines/read/read-values.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {unreadable} from "../../pipelines/read/unreadable.ts";
import {findBody, spokenName} from "../../schemas/codes/bodies.ts";
import type {Reading} from "../../schemas/flow.ts";
import type {PublicKey} from "../../schemas/layouts/presets.ts";
import {ruleOf} from "../../schemas/rules/registry.ts";
import {printHalfYear} from "../../schemas/units.ts";
import {annotate} from "../annotate/annotate.ts";
import type {Annotated, Asked, Shown, Told} from "./talk.ts";

type Examined = CheckedAlone & {readonly reading: Reading};
const examined = async (reading: Reading, keys: readonly PublicKey[]): Promise<Examined> => ({reading, ...(await checkAlone(reading, keys))});

const whoseOf = ({body, halfYear, form, synthetic}: Reading): string[] => {
  const known = body === null ? undefined : findBody(body);
  return [
    ...(form === null
      ? []
      : [
          known === undefined ? "Stelle nicht erkannt" : `${spokenName(known)} (${body})`,
          halfYear === null ? "Halbjahr nicht erkannt" : printHalfYear(halfYear),
        ]),
    ...(form ? [`Formular ${form}`] : []),
    ...(synthetic ? ["Beispieldaten – frei erfunden"] : []),
  ];
};
/** What the sender is told of the presets in the form, and what is to be done. */
const presetWords: Readonly<Record<Trust, string>> = {
  genuine: "Die Vorgaben im Formular tragen die gültige Unterschrift des Landes; Bewilligungen und Werte des Vorhalbjahres sind hier mitgeprüft.",
  changed: `${trustReasons.changed}. Bitte Stelle und Halbjahr auf dem Deckblatt prüfen; stimmen sie, bitte den Meldebogen neu anfordern.`,
  unsigned: `${trustReasons.unsigned}. Das Land prüft sie nach dem Eingang.`,
  "foreign-key": `${trustReasons["foreign-key"]}. Bitte die neueste Prüfseite benutzen.`,
  missing: `${trustReasons.missing}. Bitte in dem Meldebogen arbeiten, den das Land geschickt hat.`,
  "no-means": `${trustReasons["no-means"]}. Das Land prüft sie nach dem Eingang.`,
};
const presetsOf = ({reading, trust}: Examined): Shown["presets"] => (reading.form === null ? null : {genuine: trust === "genuine", text: presetWords[trust]});

const byReason = (notCheckable: Examined["checked"]["notCheckable"]): Shown["notCheckable"] =>
  [...Map.groupBy(notCheckable, ({reason}) => reason)].map(([reason, all]) => ({reason, rules: all.map(({rule}) => `${rule} ${ruleOf(rule).title}`)}));

const shownOf = (name: string, found: Examined): Shown => ({
  name,
  whose: whoseOf(found.reading),
  presets: presetsOf(found),
  verdict: found.checked.verdict,
  findings: found.checked.findings.map((finding) => ({...finding, title: ruleOf(finding.rule).title})),
  notCheckable: byReason(found.checked.notCheckable),
});

const annotated = async (name: string, bytes: Uint8Array, {reading, checked}: Examined): Promise<Annotated> => {
  const {findings, verdict, notCheckable} = checked;
  const made = await annotate(bytes, findings, {fileName: name, sheets: () => readValues(bytes), verdict, notCheckable, synthetic: reading.synthetic});
  return {name: `${name.replace(/\.[^.]*$/, "")}_Pruefergebnis.${made.format}`, bytes: made.bytes, copied: made.copied};
};

/** The whole engine behind the page: what is asked of one file, and what is told. Never fails for what is in a file. */
export const examine = async (asked: Asked): Promise<Told> => {
  const {id, name, keys} = asked;
  if (asked.task === "refuse") return {id, shown: shownOf(name, await examined(unreadable("unknown", asked.reason), keys))};
  const found = await examined(readWorkbook(asked.bytes), keys);
  return asked.task === "check" ? {id, shown: shownOf(name, found)} : {id, annotated: await annotated(name, asked.bytes, found)};
};
