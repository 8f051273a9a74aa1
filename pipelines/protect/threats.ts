import type {Attacker} from "../../schemas/disclosure.ts";
import type {Matrix} from "./engine/matrix.ts";
import type {Threat} from "./engine/ranges.ts";
import type {Threats} from "./engine/suppress.ts";

/** The hierarchy whose finest codes are reporting bodies; null if a cluster has none. */
export type Bodies = {readonly hierarchy: string; readonly codes: readonly string[]} | null;

const ofBody = ({cells, atomCells}: Matrix, {hierarchy}: NonNullable<Bodies>): Map<string, number[]> => {
  const atoms = Map.groupBy(atomCells.keys(), (atom) => cells[atomCells[atom]!]!.at.get(hierarchy) ?? "");
  return new Map([...atoms].map(([code, all]) => [code, [...all]]));
};

/** The person behind each withheld 1 in a body's own numbers. */
const singles = ({cells, vectors}: Matrix, hidden: ReadonlySet<number>, bodies: Bodies): Threat[] =>
  [...hidden]
    .filter((cell) => cells[cell]!.value === 1 && (bodies === null || bodies.codes.includes(cells[cell]!.at.get(bodies.hierarchy) ?? "")))
    .map((cell) => ({name: `single ${cells[cell]!.key}`, knownAtoms: [...vectors[cell]!.keys()]}));

/** Against whom a cluster's pattern is built: everybody the policy names who can draw conclusions from one publication. */
export const threatsOf = (matrix: Matrix, attackers: readonly Attacker[], bodies: Bodies): Threats => {
  const own = bodies === null ? new Map<string, number[]>() : ofBody(matrix, bodies);
  const known = (code: string): Threat[] => (own.has(code) ? [{name: `body ${code}`, knownAtoms: own.get(code)!}] : []);
  return (hidden) => [
    {name: "outsider", knownAtoms: []},
    ...(attackers.includes("single") ? singles(matrix, hidden, bodies) : []),
    ...(attackers.includes("body") ? (bodies?.codes ?? []).flatMap(known) : []),
  ];
};
