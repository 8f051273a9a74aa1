import {createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign} from "node:crypto";
import {chmod, link, mkdir, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Log} from "../log.ts";
import {silentLog} from "../log.ts";
import {Refusal} from "../refusal.ts";
import type {PresetSeal, PublicKey, Sealer} from "../../../schemas/layouts/presets.ts";

/** Signs with the key of a data folder; the key itself never leaves this file. */
export type SigningKey = {readonly sealed: Sealer; readonly publicKeys: readonly PublicKey[]};

const nameOf = (der: Buffer) => createHash("sha256").update(der).digest("hex").slice(0, 16);
const publicKeyOf = (key: KeyObject): PublicKey => {
  const der = createPublicKey(key).export({type: "spki", format: "der"});
  return {name: nameOf(der), spki: der.toString("base64")};
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
  const pem = kept ?? (await readFile(path, "utf8"));
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Refusal(
      `Der Schlüssel ${path} ist nicht lesbar. Bitte aus einer Sicherung mit Schlüsseln zurückholen oder die Datei entfernen; dann wird ein neuer angelegt, und schon ausgegebene Vordrucke gelten weiter.`,
      1,
    );
  }
};

const rememberedKey = async (folder: string, name: string): Promise<PublicKey> => {
  const spki = await readFile(join(folder, `${name}.pub`), "utf8");
  if (nameOf(Buffer.from(spki, "base64")) !== name)
    throw new Refusal(
      `Der öffentliche Schlüssel ${folder}/${name}.pub wurde verändert. Bitte aus der letzten Sicherung zurückholen (backups/TAG/state/public-keys).`,
      1,
    );
  return {name, spki};
};

/** Every public key this data folder ever had: forms signed before a key was lost can still be told from forged ones. */
const remembered = async (folder: string, current: PublicKey, log: Log): Promise<PublicKey[]> => {
  await mkdir(folder, {recursive: true});
  const before = (await readdir(folder)).filter((name) => name.endsWith(".pub"));
  if (before.length > 0 && !before.includes(`${current.name}.pub`))
    log.say(
      "Der Schlüssel der Vordrucke (keys/vorgaben.pem) fehlte oder ist ein anderer als bisher. Ab jetzt unterschreibt ein neuer; schon ausgegebene Vordrucke gelten weiter.",
    );
  await writeFile(join(folder, `${current.name}.pub`), current.spki);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".pub")).sort();
  return Promise.all(names.map((name) => rememberedKey(folder, name.slice(0, -4))));
};

/**
 * The key that signs the presets of forms. `secret`: folder of the private key, for this user alone and in no backup;
 * `known`: folder of the public keys, which belong to the state and are backed up. A key that was lost or exchanged is said.
 * @throws Refusal (exit 1) if a key is not readable
 */
export const openSigningKey = async ({secret, known}: {secret: string; known: string}, log: Log = silentLog): Promise<SigningKey> => {
  const key = await privateKeyIn(secret);
  const own = publicKeyOf(key);
  const sealed = (text: string): PresetSeal => {
    const hash = createHash("sha256").update(text).digest("hex");
    return {hash, signature: sign(null, Buffer.from(hash), key).toString("base64"), key: own.name};
  };
  return {sealed, publicKeys: await remembered(known, own, log)};
};
