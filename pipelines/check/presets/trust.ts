import type {PublicKey, SealedPresets} from "../../../schemas/layouts/presets.ts";

/** What can be said of the presets of a form. Only `genuine` ones may be used. */
export type Trust = "genuine" | "changed" | "unsigned" | "foreign-key" | "missing" | "no-means";

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const textBytes = (text: string) => new TextEncoder().encode(text);
const hexOf = (buffer: ArrayBuffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const verified = async ({hash, signature}: {hash: string; signature: string}, {spki}: PublicKey): Promise<boolean> => {
  const key = await crypto.subtle.importKey("spki", bytesOf(spki), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, bytesOf(signature), textBytes(hash));
};

/** Whether presets are those that were signed when the form went out. Never throws; a browser that cannot verify says so. */
export const trustOf = async (presets: SealedPresets | null | undefined, keys: readonly PublicKey[]): Promise<Trust> => {
  if (presets == null) return "missing";
  const {text, seal} = presets;
  if (seal === null) return "unsigned";
  const key = keys.find(({name}) => name === seal.key);
  if (key === undefined) return "foreign-key";
  if (globalThis.crypto?.subtle === undefined) return "no-means";
  if (hexOf(await crypto.subtle.digest("SHA-256", textBytes(text))) !== seal.hash) return "changed";
  // Bytes that are no signature at all are as wrong as a wrong one.
  const badly = (error: unknown): Trust => ((error as Error).name === "NotSupportedError" ? "no-means" : "changed");
  return verified(seal, key).then((holds) => (holds ? "genuine" : "changed"), badly);
};

const untrusted = "Die Vorgaben, die das Land in das Formular gedruckt hat,";
/** What the sender is told, and why rules that need them did not run. */
export const trustReasons: Readonly<Record<Exclude<Trust, "genuine">, string>> = {
  changed: `${untrusted} sind nicht mehr die unterschriebenen oder gehören zu einer anderen Stelle oder einem anderen Halbjahr; sie werden hier nicht benutzt`,
  unsigned: `${untrusted} sind nicht unterschrieben; sie werden hier nicht benutzt`,
  "foreign-key": `${untrusted} sind mit einem Schlüssel unterschrieben, den diese Seite nicht kennt; sie werden hier nicht benutzt`,
  missing: `${untrusted} fehlen in dieser Datei`,
  "no-means": "Dieses Programm kann die Unterschrift unter den Vorgaben im Formular nicht prüfen; sie werden hier nicht benutzt",
};
