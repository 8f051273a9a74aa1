import {type Call, UsageFault, type Verb} from "../pipelines/effects/command-line.ts";
import {asked} from "./call/asked.ts";
import {gate} from "./call/outcome.ts";

const attack = async (call: Call) => {
  const [{diskFiles}, {attackFolder, isSafe}, {attackBeside}, {attackText}] = await Promise.all([
    import("../pipelines/effects/files.ts"),
    import("../pipelines/jobs/release/attack/attack-folder.ts"),
    import("../pipelines/jobs/release/attack/beside/attack-beside.ts"),
    import("../pipelines/jobs/release/attack/report-attack.ts"),
  ]);
  const folder = call.args[0] ?? call.data;
  asked.existing([folder]);
  const options = {integer: asked.flag(call, "integer"), progress: call.progress};
  const report = await attackFolder(diskFiles, folder, attackBeside(), options);
  if (report === null)
    throw new UsageFault(`In „${folder}“ ist nichts veröffentlicht. Erwartet: ein Datenordner, ein Ordner mit Datenprodukten oder eine kopierte Website.`);
  return gate(isSafe(report), attackText(report), report);
};

/** The intruder: reads what is published and nothing else, and tries to get hidden numbers back. */
export const attackVerbs: readonly Verb[] = [
  {
    name: "attack [ordner]",
    summary: "das Veröffentlichte angreifen wie ein Fremder: gesperrte und gerundete Zahlen zurückrechnen (sonst der Datenordner)",
    options: [["--integer", "auch mit ganzzahligem Gleichungslöser (schärfer und viel langsamer)"]],
    run: attack,
  },
];
