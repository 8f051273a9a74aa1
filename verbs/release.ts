import {commitOf} from "../pipelines/effects/commit.ts";
import type {Call, Verb} from "../pipelines/effects/command-line.ts";
import {asked} from "./call/asked.ts";
import {atDesk} from "./call/at-desk.ts";
import {done} from "./call/outcome.ts";
import {makeSample, sampleSeed} from "./sample.ts";
import {asOfOption} from "./warehouse.ts";

const buildSite = async (request: Parameters<typeof import("../dashboards/build.ts").buildSite>[0]) =>
  (await import("../dashboards/build.ts")).buildSite(request);

const run = (call: Call) =>
  atDesk(call, async (desk) => {
    const {runAll, runText} = await import("../pipelines/jobs/release/run-all.ts");
    const options = {commit: commitOf(), buildSite, progress: call.progress, asOf: asked.day(asked.optional(call, "asOf"))};
    const summary = await runAll(desk, asked.flag(call, "sample") ? {...options, sample: {seed: sampleSeed, make: makeSample}} : options);
    return done(runText(summary, desk.folder.root), summary);
  });

/** Also what the schedule does after building. */
export const site = (call: Call) =>
  atDesk(call, async ({folder, files}) => {
    const {refreshSite} = await import("../pipelines/jobs/release/refresh-site.ts");
    const refreshed = await refreshSite(folder, files, "controlling", buildSite);
    return done(`${refreshed.pages} Seiten ${refreshed.rebuilt ? "geschrieben" : "sind auf dem Stand"}: ${refreshed.start}`, refreshed);
  });

export const releaseVerbs = {
  run: [
    {
      name: "run",
      summary: "alles nacheinander: annehmen, aufbauen, Seiten schreiben",
      options: [["--sample", "zuvor Beispieldaten anlegen, wenn der Ordner leer ist"], asOfOption],
      run,
    },
  ],
  site: [{name: "site", summary: "Seiten aus den Datenprodukten schreiben", run: site}],
} as const satisfies Readonly<Record<string, readonly Verb[]>>;
