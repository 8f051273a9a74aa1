import type {Attacker} from "../disclosure.ts";

/** How much of a public table is withheld: cells that hold or hide a number, and those that hide one. */
export type WithheldShare = {readonly table: string; readonly cells: number; readonly withheld: number};

/** What the attack on exactly these products said. Found something, they would not be there. `certificate`: SHA-256 of its witnesses, which stay in the house. */
export type AttackOutcome = {readonly attackers: readonly Attacker[]; readonly cells: number; readonly breaches: 0; readonly certificate: string};

/** How the numbers of public products were kept safe: the method each measure got, how much is withheld, and what the attack said. */
export type ProtectionReport = {
  readonly methods: Readonly<Record<string, "suppress" | "round">>;
  readonly shares: readonly WithheldShare[];
  readonly attack: AttackOutcome;
};
