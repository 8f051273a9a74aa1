import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {type Call, runCommandLine, UsageFault, type Verb} from "../../../pipelines/effects/command-line.ts";

let out: string[];
let complaints: string[];
let calls: Call[];
const verb = (
  name: string,
  run: Verb["run"] = async (call) => {
    calls.push(call);
    return {exit: 0, text: "getan", json: {n: 1n}};
  },
): Verb => ({name, summary: "tut etwas", options: [["--wie <art>", "auf welche Art"]], run});
const verbs = [
  verb("check <datei...>"),
  verb("jobs"),
  verb("jobs run <name>"),
  verb("rufe", async () => {
    throw new UsageFault("So geht es nicht.");
  }),
  verb("stuerze", async () => {
    throw new Error("missing table: x");
  }),
];
const run = (...argv: string[]) => runCommandLine(verbs, argv, "Probe");
beforeEach(() => {
  [out, complaints, calls] = [[], [], []];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out.push(String(text));
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    complaints.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

test("a verb gets its arguments, options and the data folder", async () => {
  expect(await run("check", "a.xlsx", "b.xlsx", "--data", "d", "--wie", "so")).toBe(0);
  expect(calls[0]).toMatchObject({args: ["a.xlsx", "b.xlsx"], data: "d", options: {wie: "so"}});
});
test("a second word is a verb of its own with its own options", async () => {
  await run("jobs", "run", "inbox", "--data", "d");
  expect(calls[0]).toMatchObject({args: ["inbox"], data: "d"});
});
test("the default data folder is .data", async () => {
  await run("jobs");
  expect(calls[0]?.data).toBe(".data");
});
test("--json prints big integers as text", async () => {
  await run("jobs", "--json");
  expect(JSON.parse(out.join(""))).toEqual({n: "1"});
});
test("the verbs are listed for machines", async () => {
  expect(await run("--help", "--json")).toBe(0);
  expect(JSON.parse(out.join(""))).toContainEqual({name: "jobs run <name>", summary: "tut etwas"});
});
test("help is German", async () => {
  expect(await run("check", "--help")).toBe(0);
  expect(out.join("")).toMatch(/Aufruf: .*check \[Schalter\] <datei …>[\s\S]*Schalter:[\s\S]*--wie/);
  expect(out.join("")).not.toMatch(/Usage|Options|default/);
});
test.each([
  [["check"], "Es fehlt die Angabe „datei“."],
  [["gibtesnicht"], "Den Befehl „gibtesnicht“ gibt es nicht."],
  [["jobs", "--foo"], "Den Schalter „--foo“ gibt es hier nicht."],
  [["check", "a", "--wie"], "fehlt der Wert."],
  [["rufe"], "So geht es nicht."],
  [["stuerze"], "Abgebrochen durch einen Fehler des Programms: missing table: x"],
])("%j is refused with a sentence and exit 2", async (argv, sentence) => {
  expect(await run(...argv)).toBe(2);
  expect(complaints.join("")).toContain(sentence);
});
