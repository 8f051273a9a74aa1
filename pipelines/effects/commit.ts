import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

const git = fileURLToPath(new URL("../../.git/", import.meta.url));
const read = (path: string): string | null => {
  try {
    return readFileSync(`${git}${path}`, "utf8");
  } catch {
    return null;
  }
};

/** The commit this house is checked out at, for manifests; null outside a checkout. */
export const commitOf = (): string | null => {
  const head = read("HEAD")?.trim() ?? "";
  const ref = /^ref: (.+)$/.exec(head)?.[1];
  if (ref === undefined) return /^[0-9a-f]{40}$/.test(head) ? head : null;
  return (
    read(ref)?.trim() ??
    read("packed-refs")
      ?.split("\n")
      .find((line) => line.endsWith(` ${ref}`))
      ?.slice(0, 40) ??
    null
  );
};
