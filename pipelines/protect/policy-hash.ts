import {createHash} from "node:crypto";
import {audiences, leastIncrement, policyVersion, staffing} from "../../schemas/disclosure.ts";
import {plan} from "../../schemas/disclosure/plan.ts";

/** The same text for the same content, in whatever order it was written down. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(",")}}`;
};
export const hashOf = (rules: unknown): string => createHash("sha256").update(canonical(rules)).digest("hex");

/** Stands in every output: which rules it was protected by. Any change of a threshold, a method or the plan changes it. */
export const policyHash = (): string => hashOf({policyVersion, audiences, staffing, leastIncrement, plan});
