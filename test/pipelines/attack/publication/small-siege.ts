import {equationsOf} from "../../../../pipelines/attack/equations.ts";
import {knowledgeFrom} from "../../../../pipelines/attack/knowledge.ts";
import type {PublishedNumber} from "../../../../pipelines/attack/publication/numbers/published-number.ts";
import type {Siege} from "../../../../pipelines/attack/publication/siege/siege.ts";
import type {Cluster, CountTable} from "../../../../schemas/disclosure/cluster.ts";
import type {Policy} from "../../../../schemas/disclosure.ts";

/** What a body knows of itself. */
export type OwnRows = {readonly body: string; readonly tables: readonly CountTable[]};

/** A siege on a hand-made cluster: the same scene the attack on clusters sees. */
export const siegeOn = (cluster: Cluster, rules: Policy, tables: readonly CountTable[], own: readonly OwnRows[]): Siege => {
  const knowledge = knowledgeFrom(cluster, rules, tables);
  const owned = own.flatMap(({body, tables: mine}) => [...knowledgeFrom(cluster, {roundTo: null}, mine)].map(([name, {low: value}]) => ({name, value, body})));
  const numbers = new Map(
    [...knowledge].map(([name, known]): [string, PublishedNumber] => [
      name,
      {...known, halfYear: "2025-H2", level: "body", area: "", bodies: 1, base: Number(rules.roundTo), scale: 0, slots: []},
    ]),
  );
  return {
    numbers,
    knowledge,
    equations: equationsOf(cluster, tables, knowledge),
    owned: {values: new Map(owned.map(({name, value}) => [name, value])), owner: new Map(owned.map(({name, body}) => [name, body])), foreign: []},
    attacker: "outsider",
    who: "",
    insiders: ["body", "single"],
    threshold: rules.threshold,
    integer: false,
  };
};
