import {commitOf} from "../pipelines/effects/commit.ts";
import {type Call, UsageFault, type Verb} from "../pipelines/effects/command-line.ts";
import {asked} from "./call/asked.ts";
import {atDesk, atSoundDesk} from "./call/at-desk.ts";
import {done, gate} from "./call/outcome.ts";
import {unlessBreached} from "./call/unless-breached.ts";

const verifyLedger = (call: Call) =>
  atDesk(call, async (desk) => {
    const {ledgerReportText, verifyLedger: verify} = await import("../pipelines/ledger/verify.ts");
    const report = await verify(desk);
    return gate(report.faults.length === 0, ledgerReportText(report), report);
  });

const build = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{build: make}, {buildText}] = await Promise.all([
      import("../pipelines/jobs/warehouse/build.ts"),
      import("../pipelines/jobs/warehouse/report-build.ts"),
    ]);
    return unlessBreached(async () => {
      const summary = await make(desk, {asOf: asked.day(asked.optional(call, "asOf")), commit: commitOf()});
      return done(buildText(summary), {contentHash: summary.manifest.contentHash, ...summary});
    });
  });

const listSetAside = (call: Call) =>
  atDesk(call, async (desk) => {
    const {setAsideIn, setAsideLines} = await import("../pipelines/jobs/warehouse/submissions/set-aside.ts");
    const setAside = setAsideIn(await desk.ledger.read(), null);
    return done(setAside.length === 0 ? "Es ist keine Meldung beiseitegelegt." : setAsideLines(setAside).join("\n"), {setAside});
  });
const decideSetAside = (state: "accepted" | "lifted") => (call: Call) =>
  atSoundDesk(call, async (desk) => {
    const {decideSetAside: decide} = await import("../pipelines/jobs/warehouse/submissions/set-aside.ts");
    const decided = await decide(desk, call.args[0]!, state);
    const text =
      state === "accepted"
        ? "Bestätigt: Beim nächsten ./kim run wird ohne diese Meldung veröffentlicht."
        : "Aufgehoben: Der nächste ./kim run versucht es wieder mit dieser Meldung.";
    return done(`${text} Prüfsumme ${decided.sha256}.`, {...decided, state});
  });

const rebuild = (call: Call) =>
  atDesk(call, async (desk) => {
    if (!asked.flag(call, "verify")) throw new UsageFault("Erwartet wird ./kim rebuild --verify.");
    const {rebuildText, rebuildVerify} = await import("../pipelines/jobs/warehouse/rebuild.ts");
    const report = await rebuildVerify(desk);
    return gate(report.equal, rebuildText(report), report);
  });

const lineage = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{lineage: trace}, {lineageText}] = await Promise.all([
      import("../pipelines/jobs/warehouse/lineage/lineage.ts"),
      import("../pipelines/jobs/warehouse/lineage/report-lineage.ts"),
    ]);
    const [product, ...words] = call.args;
    const found = await trace(desk, product!, words);
    return gate(found.same, lineageText(found), found);
  });

const verifyLineage = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{lineageVerify}, {lineageReportText}] = await Promise.all([
      import("../pipelines/jobs/warehouse/lineage/verify.ts"),
      import("../pipelines/jobs/warehouse/lineage/report-lineage.ts"),
    ]);
    const report = await lineageVerify(desk);
    return gate(report.ok, lineageReportText(report), report);
  });

const query = (call: Call) =>
  atDesk(call, async (desk) => {
    const {answerText, query: ask} = await import("../pipelines/jobs/warehouse/query/query.ts");
    const answer = await ask(desk, call.args[0]!);
    return done(answerText(answer), answer);
  });

export const asOfOption = ["--as-of <tag>", "nur, was bis zu diesem Tag eingegangen ist, z. B. 2025-02-01"] as const;

export const warehouseVerbs = {
  ledger: [{name: "ledger verify", summary: "prüfen, ob das Journal unverändert und vollständig ist", run: verifyLedger}],
  build: [{name: "build", summary: "Datenbank und Datenprodukte aus Archiv und Journal aufbauen", options: [asOfOption], run: build}],
  setAside: [
    {name: "setaside list", summary: "Meldungen zeigen, mit denen sich der Datenbestand nicht aufbauen ließ", run: listSetAside},
    {name: "setaside accept <pruefsumme>", summary: "ohne eine beiseitegelegte Meldung veröffentlichen", run: decideSetAside("accepted")},
    {name: "setaside lift <pruefsumme>", summary: "eine beiseitegelegte Meldung wieder versuchen", run: decideSetAside("lifted")},
  ],
  proof: [
    {
      name: "rebuild",
      summary: "aus Archiv und Journal neu aufbauen und mit dem Veröffentlichten vergleichen",
      options: [["--verify", "nur vergleichen, nichts schreiben"]],
      run: rebuild,
    },
    {
      name: "lineage <produkt> [angabe...]",
      summary: "von einer Zahl zu den Zellen: ./kim lineage caseload half_year=2025-H2 body=05334 figure=cm_neu",
      run: lineage,
    },
    {name: "lineage verify", summary: "jede veröffentlichte Zahl aus den archivierten Dateien nachrechnen", run: verifyLineage},
    {name: "query <sql>", summary: "die Datenprodukte mit SQL befragen", run: query},
  ],
} as const satisfies Readonly<Record<string, readonly Verb[]>>;
