import {createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign} from "node:crypto";
import {chmod, link, mkdir, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {PresetSeal, PublicKey, Sealer} from "../../../schemas/layouts/presets.ts";

/** Signs with the key of a data folder; the key itself never leaves this file. */
export type SigningKey = {readonly sealed: Sealer; readonly publicKeys: readonly PublicKey[]};

const publicKeyOf = (key: KeyObject): PublicKey => {
  const der = createPublicKey(key).export({type: "spki", format: "der"});
  return {name: createHash("sha256").update(der).digest("hex").slice(0, 16), spki: der.toString("base64")};
};

let counter = 0;
/** The private key, made at first use. Two processes that make one at the same time end up with the same. */
const privateKeyIn = async (folder: string): Promise<KeyObject> => {
  const path = join(folder, "vorgaben.pem");
  await mkdir(folder, {recursive: true});
  await chmod(folder, 0o700);
  const kept = await readFile(path, "utf8").catch(() => null);
  if (kept === null) {
    const mine = join(folder, `.vorgaben.${process.pid}-${counter++}.pem`);
    await writeFile(mine, generateKeyPairSync("ed25519").privateKey.export({type: "pkcs8", format: "pem"}), {mode: 0o600});
    await link(mine, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await rm(mine);
  }
  await chmod(path, 0o600);
  return createPrivateKey(kept ?? (await readFile(path, "utf8")));
};

/** Every public key this data folder ever had: forms signed before a key was lost can still be told from forged ones. */
const remembered = async (folder: string, current: PublicKey): Promise<PublicKey[]> => {
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, `${current.name}.pub`), current.spki);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".pub")).sort();
  return Promise.all(names.map(async (name) => ({name: name.slice(0, -4), spki: await readFile(join(folder, name), "utf8")})));
};

/**
 * The key that signs the presets of forms. `secret`: folder of the private key, for this user alone and in no backup;
 * `known`: folder of the public keys, which belong to the state and are backed up.
 */
export const openSigningKey = async ({secret, known}: {secret: string; known: string}): Promise<SigningKey> => {
  const key = await privateKeyIn(secret);
  const own = publicKeyOf(key);
  const sealed = (text: string): PresetSeal => {
    const hash = createHash("sha256").update(text).digest("hex");
    return {hash, signature: sign(null, Buffer.from(hash), key).toString("base64"), key: own.name};
  };
  return {sealed, publicKeys: await remembered(known, own)};
};
