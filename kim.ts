#!/usr/bin/env node
/** The entry: the verbs in the order of the help. Each loads what it needs when it is called. */
import {enableCompileCache} from "node:module";
import {runCommandLine, type Verb} from "./pipelines/effects/command-line.ts";
import {endOnFaults, leave} from "./pipelines/effects/leave.ts";
import {attackVerbs} from "./verbs/attack.ts";
import {benchVerbs} from "./verbs/bench.ts";
import {careVerbs} from "./verbs/care.ts";
import {decisionVerbs} from "./verbs/decide.ts";
import {formVerbs} from "./verbs/form.ts";
import {intakeVerbs} from "./verbs/intake.ts";
import {offlineVerbs} from "./verbs/offline.ts";
import {quarantineVerbs} from "./verbs/intake/quarantine.ts";
import {releaseVerbs} from "./verbs/release.ts";
import {ruleVerbs} from "./verbs/rules.ts";
import {sampleVerbs} from "./verbs/sample.ts";
import {warehouseVerbs} from "./verbs/warehouse.ts";

enableCompileCache();

const verbs: Verb[] = [
  ...releaseVerbs.run,
  ...sampleVerbs,
  ...formVerbs.template,
  ...intakeVerbs,
  ...quarantineVerbs,
  ...formVerbs.marked,
  ...offlineVerbs,
  ...decisionVerbs,
  ...ruleVerbs,
  ...warehouseVerbs.ledger,
  ...warehouseVerbs.build,
  ...warehouseVerbs.setAside,
  ...releaseVerbs.site,
  ...attackVerbs,
  ...warehouseVerbs.proof,
  ...careVerbs,
  ...benchVerbs,
];

endOnFaults();
await leave(await runCommandLine(verbs, process.argv.slice(2), "KIM-Controlling: landesweites Controlling des Kommunalen Integrationsmanagements NRW"));
