import type {Files} from "../../effects/files.ts";
import {sourceHash} from "../../effects/source/source-hash.ts";
import {sha256Of} from "../../effects/store.ts";

const stage = (name: string) => new URL(`../../${name}/`, import.meta.url);
const stages = ["load", "model", "protect", "attack", "export", "jobs/warehouse", "jobs/intake/judging"].map(stage);
/** Hash of everything between readings and products: a product made by other code is made again. What only proves a product makes none. */
export const builderHash = async (files: Files, engine: string): Promise<string> =>
  sha256Of(`${engine} ${await sourceHash(files, stages, (path) => !/warehouse.(?:lineage|proof)./.test(path))}`).slice(0, 16);

/** Hash of the attacker and the plan: what another one attacked is attacked again. */
export const attackerHash = (files: Files): Promise<string> => sourceHash(files, [stage("attack"), new URL("../../../schemas/disclosure/", import.meta.url)]);
