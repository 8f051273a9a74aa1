import {allBodies, amongForeign, type ForeignCase} from "./foreign.ts";
import {playRound, type Round} from "./round.ts";
import type {Measure} from "../proof/measure.ts";

const perRound = 10;
/** Rounds mostly wait, so some run at the same time. */
const atOnce = 3;

type ForeignFigures = Pick<ForeignCase, "good" | "foreign" | "faults"> & {
  readonly seconds: readonly [number, number];
  readonly megabytes: readonly [number, number];
};
const figuresOf = ({good, foreign, faults, alone, among}: ForeignCase): ForeignFigures => ({
  good,
  foreign,
  faults,
  seconds: [alone.seconds, among.seconds],
  megabytes: [alone.megabytes, among.megabytes],
});
/** What is said of ten thousand files is itself held and printed; beyond that memory hangs on the files underway, not on those that lie there. */
const limits = {times: 3, megabytes: 150};
const foreignFaults = ({faults, seconds, megabytes}: ForeignFigures): string[] => [
  ...faults,
  ...(seconds[1] <= limits.times * seconds[0] ? [] : [`${seconds[1].toFixed(1)} s statt höchstens ${(limits.times * seconds[0]).toFixed(1)} s`]),
  ...(megabytes[1] <= megabytes[0] + limits.megabytes
    ? []
    : [`${Math.round(megabytes[1])} MB statt höchstens ${Math.round(megabytes[0]) + limits.megabytes} MB`]),
];

/** Seeded interleavings of copying, replacing, renaming, killing and two runs at once on a real folder; then good returns among thousands of foreign files. */
export const inbox: Measure = async ({size, seed, step}) => {
  const full = size === "full";
  const count = full ? 50 : 2;
  const rounds: Round[] = [];
  for (let first = 0; first < count; first += atOnce) {
    const group = Array.from({length: Math.min(atOnce, count - first)}, (_, i) => first + i);
    rounds.push(...(await step(`rounds ${first}`, () => Promise.all(group.map((number) => playRound(seed, number, perRound))))));
  }
  const foreign = await step("foreign", async () =>
    figuresOf(full ? await amongForeign(10_000, allBodies) : await amongForeign(600, ["05117", "05334", "05334002", "05566", "05916", "05554", "05170"])),
  );
  const faults = [...rounds.flatMap((round, i) => round.faults.map((fault) => `Runde ${i + 1}: ${fault}`)), ...foreignFaults(foreign)];
  const killed = rounds.reduce((sum, round) => sum + round.killed, 0);
  const [alone, among] = foreign.seconds;
  return {
    ok: faults.length === 0,
    figure: `${count * perRound} Verläufe, ${killed} Läufe mittendrin beendet; ${foreign.good} Meldungen unter ${foreign.foreign} fremden Dateien in ${among.toFixed(1)} s (allein ${alone.toFixed(1)} s); ${faults.length === 0 ? "nichts verloren, nichts doppelt, alles genannt" : `${faults.length} Schäden`}`,
    lines: [`Speicher: ${foreign.megabytes.map(Math.round).join(" MB allein, ")} MB unter fremden Dateien`, ...faults],
  };
};
