/** `test` proves in seconds that a measure works; only `full` is the promise itself. */
export type Size = "test" | "full";
/** What a measure is told: how much, which chance, where the material lies that is too large or too odd for this repository (null: not at hand). */
export type Request = {
  readonly size: Size;
  readonly seed: number;
  readonly shared: string | null;
  /** Does a piece of work once: when the same proof is taken up again, its result comes from the disk. */
  readonly step: <T>(name: string, work: () => Promise<T>) => Promise<T>;
};
/** `figure` is the one number or phrase for the table of results; `lines` say how it came about and, if not `ok`, what failed. */
export type Measured = {readonly ok: boolean; readonly figure: string; readonly lines: readonly string[]};
export type Measure = (request: Request) => Promise<Measured>;
