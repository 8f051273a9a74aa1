import {type Argument, type Command, CommanderError, Command as Program} from "commander";
import {resolve} from "node:path";
import {printable, printableJson} from "./printable.ts";
import {Refusal} from "./refusal.ts";
import {faultText, systemFault} from "./system-fault.ts";

/** What a verb leaves behind: exit 0 done, 1 a return rejected or a gate closed, 2 usage or crash. `text` is German, `json` for machines. */
export type Outcome = {readonly exit: 0 | 1 | 2; readonly text: string; readonly json: unknown};
export type Options = Readonly<Record<string, string | boolean | undefined>>;
export type Call = {
  readonly data: string;
  readonly args: readonly string[];
  readonly options: Options;
  readonly progress: (done: number, of: number, what: string) => void;
};
/** One verb of the command line; `name` may hold a second word and arguments: "ledger verify", "check <datei...>". */
export type Verb = {
  readonly name: string;
  readonly summary: string;
  /** Flags with their German explanation: ["-o, --out <datei>", "Zieldatei"]. */
  readonly options?: readonly (readonly [flags: string, summary: string])[];
  readonly run: (call: Call) => Promise<Outcome>;
};

/** A call that cannot be carried out as it stands; the message is German. */
export class UsageFault extends Refusal {}

const headings: Readonly<Record<string, string>> = {"Usage:": "Aufruf:", "Arguments:": "Angaben:", "Options:": "Schalter:", "Commands:": "Befehle:"};
const faults: readonly (readonly [RegExp, string])[] = [
  [/missing required argument '(.*)'/, "Es fehlt die Angabe „$1“."],
  [/unknown command '(.*)'/, "Den Befehl „$1“ gibt es nicht."],
  [/unknown option '(.*)'/, "Den Schalter „$1“ gibt es hier nicht."],
  [/too many arguments.* got \d+: (.*)\.$/, "Zu viele Angaben: $1."],
  [/option '(.*)' argument missing/, "Zum Schalter „$1“ fehlt der Wert."],
];
/** The German sentence for a fault of usage that the parser words in English. */
export const usageFault = (message: string): string => {
  const [pattern, german] = faults.find(([each]) => each.test(message)) ?? [/.*/, "Der Aufruf ist nicht verständlich."];
  return `${pattern.exec(message)?.[0].replace(pattern, german)} Hilfe: ./kim --help`;
};

const bar = (done: number, of: number, what: string) => {
  if (!process.stderr.isTTY) return;
  const filled = Math.round((24 * done) / Math.max(of, 1));
  process.stderr.write(`\r\u001b[2K${"█".repeat(filled)}${"░".repeat(24 - filled)} ${done} von ${of} ${what}${done >= of ? "\n" : ""}`);
};
const say = (outcome: Outcome, json: boolean) => {
  const asJson = () => printableJson(JSON.stringify(outcome.json, (_, value) => (typeof value === "bigint" ? String(value) : value), 2));
  const text = json ? asJson() : printable(outcome.text);
  if (text !== "") process.stdout.write(`${text}\n`);
};
const shown = (argument: Argument) => {
  const name = `${argument.name()}${argument.variadic ? " …" : ""}`;
  return argument.required ? ` <${name}>` : ` [${name}]`;
};
const ancestry = (command: Command): string => (command.parent === null ? "./kim" : `${ancestry(command.parent)} ${command.name()}`);
const german = (command: Command) =>
  command
    .helpOption("-h, --help", "diese Hilfe zeigen")
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({writeErr: () => undefined})
    .configureHelp({
      styleTitle: (title) => headings[title] ?? title,
      optionDescription: ({description}) => description,
      commandUsage: (each) => `${ancestry(each)}${each.commands.length > 0 ? " <Befehl>" : ""} [Schalter]${each.registeredArguments.map(shown).join("")}`,
      subcommandTerm: (each) => `${each.name()}${each.registeredArguments.map(shown).join("")}`,
      helpWidth: 120,
    });

const leaf = (parent: Command, words: readonly string[]): Command => {
  const [word, ...rest] = words;
  const found = parent.commands.find((each) => each.name() === word) ?? german(parent.command(word!)).description(`Unterbefehle: ./kim ${word} --help`);
  return rest.length === 0 || /^[<[]/.test(rest[0]!) ? found : leaf(found, rest);
};
const addVerb = (program: Command, verb: Verb, finish: (outcome: Outcome) => void) => {
  const words = verb.name.split(" ");
  const command = leaf(program, words).description(verb.summary).helpCommand(false);
  for (const argument of words.filter((word) => /^[<[]/.test(word))) command.argument(argument);
  command.option("--data <ordner>", "Datenordner (sonst .data)", ".data").option("--json", "Ausgabe für Maschinen");
  for (const [flags, summary] of verb.options ?? []) command.option(flags, summary);
  command.action(async () => {
    const {data, json, ...options} = command.opts();
    const outcome = await verb.run({data, args: command.args, options, progress: json === true ? () => undefined : bar});
    say(outcome, json === true);
    finish(outcome);
  });
};

const complain = <Code extends 1 | 2>(text: string, exit: Code): Code => {
  process.stderr.write(`${printable(text)}\n`);
  return exit;
};
/** The place for those who mend our mistakes; what the system refused is none of ours. */
const whereFrom = (error: unknown) => (error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 6).join("\n") : "");
/** What stopped a verb, in German. */
const crash = (error: unknown, place: string) => {
  const text = faultText(error, place);
  return error instanceof Refusal || systemFault(error, place) !== null ? text : `${text}\n${whereFrom(error)}`;
};

/** Parses the arguments and runs one verb; returns the exit code. Faults of usage are one German sentence on standard error. `--help --json` lists the verbs for machines. */
export const runCommandLine = async (verbs: readonly Verb[], argv: readonly string[], about: string): Promise<number> => {
  const program = german(new Program("kim")).description(about).helpCommand(false);
  let [exit, place] = [0, resolve(".data")];
  program.hook("preAction", (_, command) => {
    place = resolve(String(command.opts()["data"]));
  });
  for (const verb of verbs)
    addVerb(program, verb, (outcome) => {
      exit = outcome.exit;
    });
  if (argv.join(" ") === "--help --json") {
    say({exit: 0, text: "", json: verbs.map(({name, summary}) => ({name, summary}))}, true);
    return 0;
  }
  try {
    await program.parseAsync(argv.length === 0 ? ["--help"] : [...argv], {from: "user"});
    return exit;
  } catch (error) {
    if (error instanceof Refusal) return complain(error.message, error.exit);
    if (!(error instanceof CommanderError)) return complain(crash(error, place), 2);
    if (error.exitCode === 0 || error.code === "commander.help") return 0;
    return complain(usageFault(error.message), 2);
  }
};
