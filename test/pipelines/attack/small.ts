import type {Cluster, CountTable, Method} from "../../../schemas/disclosure/cluster.ts";
import {type Attacker, audiences, type Policy} from "../../../schemas/disclosure.ts";

/** Two or three bodies A, B, C of one district, two topics. */
export const cluster = (method: Method = "suppress", bodies = ["A", "B", "C"]): Cluster => ({
  hierarchies: [
    {name: "area", whole: "all", parts: {all: bodies}},
    {name: "topic", whole: "both", parts: {both: ["x", "y"]}},
  ],
  tables: [{id: "t", measure: "n", dimensions: ["area", "topic"], method}],
  identities: [],
});
/** Rows as lines `A x 3`; `.` is withheld. */
export const tableOf = (text: string, id = "t"): CountTable => ({
  id,
  rows: text
    .trim()
    .split("\n")
    .map((line) => {
      const [area, topic, value] = line.trim().split(" ");
      return {at: [area!, topic!], figure: value === "." ? {value: null, status: "withheld"} : {value: BigInt(value!), status: "known"}};
    }),
});
export const policy = (attackers: readonly Attacker[], changes: Partial<Policy> = {}): Policy => ({
  ...audiences.public.policy,
  threshold: 3,
  attackers,
  ...changes,
});
