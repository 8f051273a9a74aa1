import {type Attacker, leastIncrement, type Policy} from "../../schemas/disclosure.ts";
import type {Cluster, CountTable} from "../../schemas/disclosure/cluster.ts";
import {type Attacked, assault, type Breach, breachOf, type Scene} from "./assault.ts";
import {type Own, type Reader, readers} from "./attackers.ts";
import {stillKnown, tracesOf} from "./earlier.ts";
import {equationsOf} from "./equations.ts";
import {type Knowledge, knowledgeFrom, knownTogether} from "./knowledge.ts";

/** What is shown elsewhere, by a plan of its own. */
export type OtherAudience = {readonly cluster: Cluster; readonly policy: Policy; readonly tables: readonly CountTable[]};
/** What lies in the folders: tables as published, what each body sees, what another audience gets, earlier releases. Nothing else is read. */
export type Published = {
  readonly tables: readonly CountTable[];
  readonly own?: readonly {readonly body: string; readonly tables: readonly CountTable[]}[];
  readonly otherAudience?: OtherAudience;
  readonly earlier?: readonly (readonly CountTable[])[];
};

/** Somebody who draws from zeros being always shown that what is withheld is at least 1. */
const neverZero = (knowledge: Knowledge): Knowledge =>
  new Map([...knowledge].map(([key, known]) => [key, known.withheld ? {...known, low: Math.max(1, known.low)} : known]));

type Siege = Scene & {readonly cluster: Cluster; readonly tables: readonly CountTable[]};

const secondAudience = (scene: Siege, other: OtherAudience, reader: Reader): Attacked => {
  const knowledge = knownTogether(scene.published, knowledgeFrom(other.cluster, other.policy, other.tables));
  return assault(
    {...scene, knowledge, equations: [...equationsOf(scene.cluster, scene.tables, knowledge), ...equationsOf(other.cluster, other.tables, knowledge)]},
    [reader],
  );
};

/** The rounds against one earlier release: what the change itself says, and what is still true from then. */
const earlierRelease = ({cluster, tables, policy, ...scene}: Siege, release: readonly CountTable[], reader: Reader): Attacked => {
  const then = knowledgeFrom(cluster, policy, release);
  const equations = equationsOf(cluster, [...tables, ...release], new Map([...then, ...scene.published]));
  const {increments, flipped} = tracesOf(scene.published, then, equations, Number(leastIncrement));
  const traces: Breach[] = [
    ...increments.map(([key, change]) => breachOf(scene.published, key, reader, change, change, "increment")),
    ...flipped.map((key) => breachOf(scene.published, key, reader, Number.NaN, Number.NaN, "pattern")),
  ];
  const attacked = assault({...scene, policy, knowledge: stillKnown(scene.published, then, equations)}, [reader]);
  return {...attacked, breaches: [...traces, ...attacked.breaches]};
};

/**
 * Tries everything the policy names to get back what is not shown, from published tables and the plan alone. `judged` limits the cells to those that
 * must be safe; without it every withheld or rounded cell is judged, since a reader cannot tell why it is withheld.
 */
export const attack = (
  cluster: Cluster,
  policy: Policy,
  {tables, own = [], otherAudience, earlier = []}: Published,
  judged?: ReadonlySet<string>,
): Attacked => {
  const published = knowledgeFrom(cluster, policy, tables);
  const keys = [...published].filter(([key, {low, high}]) => low < high && (judged?.has(key) ?? true)).map(([key]) => key);
  const siege: Siege = {cluster, tables, policy, published, judged: keys, knowledge: published, equations: equationsOf(cluster, tables, published)};
  const named = (attacker: Attacker): Reader[] => (policy.attackers.includes(attacker) ? [{attacker, who: "", knows: new Map()}] : []);
  const owns = own.map((each): Own => ({body: each.body, knowledge: knowledgeFrom(cluster, {roundTo: null}, each.tables)}));
  const main = assault(siege, readers(policy.attackers, published, owns));
  const rounds = [
    main,
    ...(policy.zeros === "shown" ? named("zero-knower") : []).map((reader) => assault({...siege, knowledge: neverZero(published)}, [reader])),
    ...(otherAudience === undefined ? [] : named("second-audience")).map((reader) => secondAudience(siege, otherAudience!, reader)),
    ...named("earlier-release").flatMap((reader) => earlier.map((release) => earlierRelease(siege, release, reader))),
  ];
  return {...main, breaches: rounds.flatMap(({breaches}) => breaches), questions: rounds.reduce((sum, {questions}) => sum + questions, 0)};
};
