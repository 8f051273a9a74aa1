import type {Outcome} from "../../pipelines/effects/command-line.ts";
import {gate} from "./outcome.ts";

/** Work that publishes: if the attack gets a number back, the gate is closed and every such number is named. */
export const unlessBreached = async (work: () => Promise<Outcome>): Promise<Outcome> => {
  const {Breached} = await import("../../pipelines/jobs/warehouse/publish/breached.ts");
  try {
    return await work();
  } catch (error) {
    if (error instanceof Breached) return gate(false, error.message, error.got);
    throw error;
  }
};
