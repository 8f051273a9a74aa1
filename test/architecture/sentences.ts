import type {House} from "./house.ts";

/** A thrown error whose text begins like a sentence for people, or with something put in that is followed by one. */
const sentence = /new Error\(\s*(?:"[A-ZÄÖÜ„]|`[A-ZÄÖÜ„]|`\$\{[^}]*\} [^`]*[a-zäöüß]\.[`\s])/;
const isOurs = (path: string) => path.endsWith(".ts") && /^(pipelines|verbs|schemas|portal|dashboards|reports)\//.test(path);

/** Sentences for users that are thrown as if they were mistakes of ours: they would be printed with a stack. They are Refusals. */
export const sentencesAsErrors = (house: House): string[] => [...house].filter(([path, text]) => isOurs(path) && sentence.test(text)).map(([path]) => path);
