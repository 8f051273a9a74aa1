import {writeSync} from "node:fs";
import {faultText} from "./system-fault.ts";

const flushed = (stream: NodeJS.WriteStream) => new Promise<void>((resolve) => (stream.destroyed ? resolve() : void stream.write("", () => resolve())));

/** Ends the process whatever still runs in it, once everything it printed is out. */
export const leave = async (exit: number): Promise<never> => {
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(exit);
};

const say = (text: string) => {
  try {
    writeSync(2, `${text}\n`);
  } catch {
    // Nobody can be told any more; the exit code remains.
  }
};

/**
 * What nothing else catches ends the process with a German sentence and 2: an output that cannot be written (a full disk behind `> file`), a fault
 * outside of any call. A reader that has seen enough (`| head`) is none.
 */
export const endOnFaults = (): void => {
  const fatal = (error: unknown, place: string): never => {
    if (error instanceof Error && "code" in error && error.code === "EPIPE") process.exit(0);
    say(faultText(error, place));
    process.exit(2);
  };
  process.stdout.on("error", (error) => fatal(error, "Ausgabe"));
  process.stderr.on("error", () => process.exit(2));
  process.on("uncaughtException", (error) => fatal(error, "Datenordner"));
  process.on("unhandledRejection", (error) => fatal(error, "Datenordner"));
};
