import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {Cell} from "../../../../schemas/flow.ts";
import type {Desk} from "../../../../pipelines/jobs/intake/desk.ts";
import type {Attack} from "../../../../pipelines/jobs/release/attack/attack-folder.ts";
import {build} from "../../../../pipelines/jobs/warehouse/build.ts";
import {setAsideIn} from "../../../../pipelines/jobs/warehouse/submissions/set-aside.ts";
import {smallState} from "./small-state.ts";

/** Each test makes several builds of a small state. */
const slow = 240_000;
const nobody: Attack = () => ({breaches: [], tables: [], questions: 0, dropped: 0, certificate: null});

let state: Awaited<ReturnType<typeof smallState>>;
beforeEach(async () => {
  state = await smallState();
}, slow);
afterEach(() => state.remove());

type Change = (cells: readonly Cell[], sha256: string) => readonly Cell[];
/** Kept readings as another reader would have made them. */
const reading = (desk: Desk, change: Change): Desk => ({
  ...desk,
  readings: {
    ...desk.readings,
    get: async (sha256) => {
      const kept = await desk.readings.get(sha256);
      return kept === null ? null : {...kept, reading: {...kept.reading, cells: change(kept.reading.cells, sha256)}};
    },
  },
});
/** A number where the form does not ask for it: it can be loaded, and only the audit over the whole state sees that it is staged nowhere. */
const misplaced = (cells: readonly Cell[]): readonly Cell[] =>
  cells.flatMap((cell) => (cell.field === "cm_neu" && cell.part === "input" ? [cell, {...cell, field: "p25b_erteilt"}] : [cell]));
const received = async (day: string) => {
  const lines = await state.desk.ledger.read();
  return lines.flatMap((line) => (line.type === "received" && line.received.startsWith(day) ? [line.sha256] : [])).join();
};
/** What the build said that failed. */
const reason = async () => {
  const event = (await state.desk.ledger.read()).find((line) => line.type === "set-aside");
  const bytes = event?.type === "set-aside" && event.text !== undefined ? await state.desk.payload.get(event.text) : null;
  return bytes === null ? "" : new TextDecoder().decode(bytes);
};
const blamed = async () => setAsideIn(await state.desk.ledger.read(), null);

describe("what stops a build", () => {
  test(
    "an audit that one return breaks sets only that return aside",
    async () => {
      const culprit = await received("2026-01-20");
      const desk = reading(state.desk, (cells, sha256) => (sha256 === culprit ? misplaced(cells) : cells));
      const built = await build(desk, {attack: nobody});
      expect(built.setAside).toMatchObject([{sha256: culprit, body: "05170", halfYear: "2025-H2", accepted: false}]);
      expect(await reason()).toContain("no_cell_is_lost");
      expect(built.manifest.halfYears.find(({halfYear}) => halfYear === "2025-H1")).toMatchObject({counted: 2});
    },
    slow,
  );
  test(
    "an attack that fails by itself is our own mistake: the build stops and no return is blamed",
    async () => {
      const broken: Attack = () => {
        throw new Error("invalid attack: planted");
      };
      await expect(build(state.desk, {attack: broken})).rejects.toThrow("planted");
      expect(await blamed()).toEqual([]);
    },
    slow,
  );
  test(
    "a model that fails without any return is our own mistake: the build stops and no return is blamed",
    async () => {
      const files = {
        ...state.desk.files,
        write: async (path: string, content: Uint8Array | string, durable: boolean) => {
          if (path.includes("codebook")) throw new Error("invalid codebook: planted");
          return state.desk.files.write(path, content, durable);
        },
      };
      await expect(build({...state.desk, files}, {attack: nobody})).rejects.toThrow("planted");
      expect(await blamed()).toEqual([]);
    },
    slow,
  );
});
