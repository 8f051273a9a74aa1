import {createHash} from "node:crypto";
import {join} from "node:path";
import type {Files} from "./files.ts";

/** Bytes under their own SHA-256: written once, never edited. */
export type Store = {
  /** Keeps the bytes (on disk when it returns) and gives their hash. */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  readonly get: (sha256: string) => Promise<Uint8Array | null>;
  readonly has: (sha256: string) => Promise<boolean>;
  readonly remove: (sha256: string) => Promise<void>;
};

export const sha256Of = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

export const store = (folder: string, files: Files): Store => {
  const pathOf = (sha256: string) => join(folder, sha256);
  return {
    put: async (bytes) => {
      const sha256 = sha256Of(bytes);
      const kept = await files.read(pathOf(sha256));
      // A file damaged on disk is mended by the same bytes coming again.
      if (kept === null || sha256Of(kept) !== sha256) await files.write(pathOf(sha256), bytes, true);
      return sha256;
    },
    get: (sha256) => files.read(pathOf(sha256)),
    has: (sha256) => files.exists(pathOf(sha256)),
    remove: (sha256) => files.remove(pathOf(sha256)),
  };
};
