import {type Cluster, type CountTable, cellKey, hierarchyOf, plannedTable} from "../../schemas/disclosure/cluster.ts";
import type {Knowledge} from "./knowledge.ts";

/** Σ left = Σ right over cell keys. */
export type Equation = {readonly left: readonly string[]; readonly right: readonly string[]};

const withinTable = (cluster: Cluster, {id, rows}: CountTable): Equation[] => {
  const planned = plannedTable(cluster, id);
  const key = (at: readonly string[]) => cellKey(cluster, planned, at);
  return planned.dimensions.flatMap((name, i) => {
    const {parts} = hierarchyOf(cluster, name);
    const broken = rows.filter(({at}) => parts[at[i]!] !== undefined);
    return broken.map(({at}) => ({left: [key(at)], right: parts[at[i]!]!.map((part) => key(at.map((code, j) => (j === i ? part : code))))}));
  });
};
const betweenMeasures = ({identities}: Cluster, knowledge: Knowledge): Equation[] => {
  const placesOf = Map.groupBy([...knowledge.keys()], (key) => key.split("|", 1)[0]!);
  return identities.flatMap(({whole, parts}) => {
    const first = whole[0]!;
    return (placesOf.get(first) ?? []).flatMap((key) => {
      const [left, right] = [whole, parts].map((measures) => measures.map((measure) => measure + key.slice(first.length)));
      return [...left!, ...right!].every((each) => knowledge.has(each)) ? [{left: left!, right: right!}] : [];
    });
  });
};

/** Everything that must add up, by the plan: what anybody can write down who reads the tables. */
export const equationsOf = (cluster: Cluster, published: readonly CountTable[], knowledge: Knowledge): Equation[] => {
  const there = (keys: readonly string[]) => keys.filter((key) => knowledge.has(key));
  const inTables = published.flatMap((table) => withinTable(cluster, table)).map(({left, right}) => ({left: there(left), right: there(right)}));
  return [...inTables.filter(({left, right}) => left.length > 0 && right.length > 0), ...betweenMeasures(cluster, knowledge)];
};
