import {printable} from "./printable.ts";

/** What is said to the person at the terminal while something runs; results are returned, not logged. */
export type Log = {readonly say: (text: string) => void};

export const consoleLog: Log = {say: (text) => void process.stderr.write(`${printable(text)}\n`)};
export const silentLog: Log = {say: () => undefined};
