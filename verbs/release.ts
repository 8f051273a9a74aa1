import {commitOf} from "../pipelines/effects/commit.ts";
import type {Call, Verb} from "../pipelines/effects/command-line.ts";
import type {SiteBuilder, SiteRefresh} from "../pipelines/jobs/release/refresh-site.ts";
import {audiences as known} from "../schemas/disclosure.ts";
import type {Audience} from "../schemas/flow.ts";
import {asked} from "./call/asked.ts";
import {atSoundDesk} from "./call/at-desk.ts";
import {done} from "./call/outcome.ts";
import {unlessBreached} from "./call/unless-breached.ts";
import {makeSample, sampleSeed} from "./sample.ts";
import {asOfOption} from "./warehouse.ts";

const buildSite: SiteBuilder = async (request) => {
  const {buildBodySites, buildSite: make} = await import("../dashboards/build.ts");
  return request.audience === "body" ? buildBodySites(request) : make(request);
};

const run = (call: Call) =>
  atSoundDesk(call, async (desk) => {
    const {runAll, runText} = await import("../pipelines/jobs/release/run-all.ts");
    const options = {commit: commitOf(), buildSite, progress: call.progress, asOf: asked.day(asked.optional(call, "asOf"))};
    return unlessBreached(async () => {
      const summary = await runAll(desk, asked.flag(call, "sample") ? {...options, sample: {seed: sampleSeed, make: makeSample}} : options);
      return done(runText(summary, desk.folder.root), summary);
    });
  });

const site = (call: Call) =>
  atSoundDesk(call, async (desk) => {
    const [{audiencesNow, refreshSite}, {sitesText}] = await Promise.all([
      import("../pipelines/jobs/release/refresh-site.ts"),
      import("../pipelines/jobs/release/report-sites.ts"),
    ]);
    const wanted = asked.optional(call, "audience");
    const audiences = wanted === null ? await audiencesNow(desk) : [asked.among(Object.keys(known), wanted, "Den Kreis") as Audience];
    return unlessBreached(async () => {
      const sites: SiteRefresh[] = [];
      for (const audience of audiences) sites.push(await refreshSite(desk, audience, buildSite));
      return done(sitesText(sites), {sites});
    });
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
  site: [
    {
      name: "site",
      summary: "Seiten aus den Datenprodukten schreiben: öffentliche, dienstliche und je Stelle",
      options: [["--audience <kreis>", "nur für diesen Kreis: public, controlling, body oder research"]],
      run: site,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Verb[]>>;
