import type {Call, Verb} from "../pipelines/effects/command-line.ts";
import type {Desk} from "../pipelines/jobs/intake/desk.ts";
import type {About} from "../pipelines/jobs/intake/standing/standing.ts";
import {asked} from "./call/asked.ts";
import {atSoundDesk} from "./call/at-desk.ts";
import {done} from "./call/outcome.ts";

const subject = (call: Call) => {
  const [body, halfYear, rule, key = null] = call.args;
  return {body: asked.body(body!), halfYear: asked.halfYear(halfYear!), rule: rule!.toUpperCase(), key};
};
/** Says what was decided, what it is about and whether there is anything to decide. */
const told = async (desk: Desk, about: About, before: string, after: string, json: object) => {
  const [{standingOf}, {decisionTitle, standingText}] = await Promise.all([
    import("../pipelines/jobs/intake/standing/standing.ts"),
    import("../pipelines/jobs/intake/standing/report-standing.ts"),
  ]);
  const standing = await standingOf(desk, about);
  return done(`${before}: ${decisionTitle(about)}. ${after}${standingText(standing)}`, {...json, standing});
};

const waive = (call: Call) =>
  atSoundDesk(call, async (desk) => {
    const {waive: decide} = await import("../pipelines/jobs/intake/decide.ts");
    const about = subject(call);
    const [reason, withdrawn] = [asked.needed(call, "reason"), asked.flag(call, "withdraw")];
    await decide(desk, {...about, text: reason, ...(withdrawn && {withdrawn})});
    const what = withdrawn ? "Freigabe zurückgenommen" : "Freigegeben";
    const {key, ...rest} = about;
    return told(desk, {...rest, field: null, row: key}, what, "Es gilt ab dem nächsten Aufbau (./kim build).", {...about, reason, withdrawn});
  });

const explain = (call: Call) =>
  atSoundDesk(call, async (desk) => {
    const {explain: decide} = await import("../pipelines/jobs/intake/decide.ts");
    const about = subject(call);
    const [text, field] = [asked.needed(call, "text"), asked.optional(call, "field")];
    const {key: row, ...rest} = about;
    await decide(desk, {...rest, row, field, text});
    const after = "Sie steht ab dem nächsten Aufbau (./kim build) neben der Zahl.";
    return told(desk, {...rest, field, row}, "Erläuterung festgehalten", after, {...about, field, text});
  });

/** What people decide about findings. */
export const decisionVerbs: readonly Verb[] = [
  {
    name: "waive <stelle> <halbjahr> <regel> [zeile]",
    summary: "Fehler einer Regel freigeben (Freigabe KfI): ./kim waive 05334 2025-H2 SUM-001 E01 --reason „…“",
    options: [
      ["--reason <text>", "Grund der Freigabe, ein Satz"],
      ["--withdraw", "die Freigabe zurücknehmen"],
    ],
    run: waive,
  },
  {
    name: "explain <stelle> <halbjahr> <regel> [zeile]",
    summary: "Befund erläutern: ./kim explain 05334 2025-H2 TYP-006 E01 --field cm_neu --text „…“",
    options: [
      ["--text <text>", "Erläuterung, ein Satz"],
      ["--field <feld>", "nur für dieses Feld, z. B. cm_neu"],
    ],
    run: explain,
  },
];
