import {mkdtemp, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {trustOf} from "../../../../pipelines/check/presets/trust.ts";
import {openSigningKey} from "../../../../pipelines/effects/keys/signing-key.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "kim-keys-"));
});
afterEach(() => rm(root, {recursive: true, force: true}));
const open = () => openSigningKey({secret: join(root, "keys"), known: join(root, "state/public-keys")});
const text = "KIM-Vorgaben\tKIM-MB-1.0\t05170\t2025-H2";

test("the key is made once and for this user alone", async () => {
  const [first, second] = [await open(), await open()];
  expect(second.sealed(text)).toEqual(first.sealed(text));
  expect((await stat(join(root, "keys/vorgaben.pem"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(root, "keys"))).mode & 0o777).toBe(0o700);
});
test("two that make one at the same time end up with the same", async () => {
  const all = await Promise.all(Array.from({length: 8}, open));
  expect(new Set(all.map(({sealed}) => sealed(text).signature)).size).toBe(1);
});
test("what it signs is found genuine, and nothing else", async () => {
  const {sealed, publicKeys} = await open();
  expect(await trustOf({text, seal: sealed(text)}, publicKeys)).toBe("genuine");
  expect(await trustOf({text: `${text}\nV_CM_MAX\t9.00`, seal: sealed(text)}, publicKeys)).toBe("changed");
});
test("after a key was lost, forms signed with it are still known", async () => {
  const before = (await open()).sealed(text);
  await rm(join(root, "keys"), {recursive: true});
  const {sealed, publicKeys} = await open();
  expect(sealed(text).key).not.toBe(before.key);
  expect(publicKeys).toHaveLength(2);
  expect(await trustOf({text, seal: before}, publicKeys)).toBe("genuine");
});
