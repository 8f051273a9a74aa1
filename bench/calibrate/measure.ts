import type {Measure} from "../proof/measure.ts";
import {calibrate, foundOf, promise} from "./calibrate.ts";
import {calibrationText} from "./calibration-text.ts";

const percent = (value: number) => `${value.toFixed(1).replace(".", ",")} %`;

/** The plausibility models in a world without change and with shifts; the test size shows only that it runs and is not far off. */
export const calibrating: Measure = async ({size, seed}) => {
  const calibration = calibrate(size === "full" ? 10_000 : 300, seed);
  const {falsely, promised} = calibration.worlds[0]!;
  const near = Math.max(...falsely) <= 2 * promise.falsely && foundOf(promised) >= promise.found - 10;
  return {
    ok: size === "full" ? calibration.ok : near,
    figure: `höchstens ${percent(Math.max(...falsely))} falsch befragte Meldungen je Halbjahr, ${percent(foundOf(promised))} der Sprünge um die Hälfte gefunden`,
    lines: calibrationText(calibration).split("\n"),
  };
};
