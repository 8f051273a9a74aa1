import {Inflate, inflateSync} from "fflate";
import {refuse} from "./refused.ts";

/** An entry of a container as its directory announces it. */
export type Entry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

const endSignature = 0x06054b50;
const broken = (): never => refuse("beschädigt");

const findEnd = (view: DataView) => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) if (view.getUint32(at, true) === endSignature) return at;
  return broken();
};
const entryAt = (bytes: Uint8Array, view: DataView, at: number): {entry: Entry; next: number} => {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return broken();
  const nameLength = view.getUint16(at + 28, true);
  const name = new TextDecoder()
    .decode(bytes.subarray(at + 46, at + 46 + nameLength))
    .replaceAll("\\", "/")
    .replace(/^\/+/, "");
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return {entry, next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)};
};
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The directory of a zip container, at most `limit` entries. @throws Refused */
export const entriesOf = (bytes: Uint8Array, limit: number): Entry[] => {
  const view = viewOf(bytes);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limit) refuse(`aus zu vielen Teilen zusammengesetzt (${count}, höchstens ${limit})`);
  const entries: Entry[] = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    const {entry, next} = entryAt(bytes, view, at);
    entries.push(entry);
    at = next;
  }
  return entries;
};

const packedBytes = (bytes: Uint8Array, {offset, packed}: Entry): Uint8Array => {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return broken();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packed > bytes.length ? broken() : bytes.subarray(start, start + packed);
};

const step = 65_536;
/** Unpacks and counts while doing so: more than announced is a bomb or damage, and it ends there. */
const counted = (packed: Uint8Array, entry: Entry): Uint8Array => {
  const out = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > entry.size) broken();
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += step) stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  return length === entry.size ? out : broken();
};
/** For what cannot grow beyond the limits whatever it announces: much faster. One byte of room more shows whether there was more than announced. */
const atOnce = (packed: Uint8Array, {size}: Entry): Uint8Array => {
  const out = inflateSync(packed, {out: new Uint8Array(size + 1)});
  return out.length === size ? out : broken();
};

/** Deflate packs at most 1 to 1032. */
export const largestRatio = 1032;
/** Unpacks one entry. `harmless`: even at the largest ratio the container stays within the limits. @throws Refused */
export const inflated = (bytes: Uint8Array, entry: Entry, harmless: boolean): Uint8Array => {
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return refuse("in einem ungewöhnlichen Verfahren gepackt");
  return harmless ? atOnce(packed, entry) : counted(packed, entry);
};
