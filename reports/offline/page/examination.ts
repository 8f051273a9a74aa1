import {intakeLimits} from "../../../schemas/intake.ts";
import type {PublicKey} from "../../../schemas/layouts/presets.ts";
import type {Annotated, Shown} from "../talk.ts";
import type {EngineLine} from "./engine-line.ts";

/** A file that was looked at; `annotated` is null where the engine did not come to an end with it. */
export type Examined = {readonly shown: Shown; readonly annotated: () => Promise<Annotated | null>};

const reasons = {
  time: `nach ${intakeLimits.cpuMilliseconds / 1000} Sekunden noch nicht gelesen`,
  crash: "beschädigt",
  folder: "ein Ordner oder gerade gesperrt",
} as const;

/** At most one byte more than is allowed: enough to say that it is too much. */
const bytesOf = (file: File) =>
  file
    .slice(0, intakeLimits.bytes + 1)
    .arrayBuffer()
    .then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    );

/** Reads a file into memory and has it checked; what fails is a finding like any other. */
export const examineFile = async (file: File, engine: EngineLine, keys: readonly PublicKey[]): Promise<Examined> => {
  const {name} = file;
  const refused = async (reason: string): Promise<Examined> => {
    const answer = await engine.ask({task: "refuse", name, keys, reason});
    if (!("shown" in answer)) throw new Error(`missing answer: ${name}`);
    return {shown: answer.shown, annotated: async () => null};
  };
  const bytes = await bytesOf(file);
  if (bytes === null) return refused(reasons.folder);
  const answer = await engine.ask({task: "check", name, keys, bytes});
  if (!("shown" in answer)) return refused("ended" in answer ? reasons[answer.ended] : reasons.crash);
  const annotated = async () => {
    const written = await engine.ask({task: "annotate", name, keys, bytes});
    return "annotated" in written ? written.annotated : null;
  };
  return {shown: answer.shown, annotated};
};
