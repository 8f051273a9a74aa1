import {Inflate, inflateSync} from "fflate";
import {refuse} from "./refused.ts";

/** An entry of a container as its directory announces it. `label` is the name as its bytes stand there. */
export type Entry = {
  readonly name: string;
  readonly label: Uint8Array;
  /** Extra fields and the remark of an entry. */
  readonly remarks: readonly Uint8Array[];
  readonly flags: number;
  readonly crc: number;
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
const unknown = 0xffffffff;
/** Sizes and offset of an entry; where one does not fit, it stands in the extra field of the 64-bit format. */
const placeOf = (view: DataView, at: number, extra: number): {packed: number; size: number; offset: number} => {
  const [packed, size, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)];
  if (packed !== unknown && size !== unknown && offset !== unknown) return {packed, size, offset};
  const end = extra + view.getUint16(at + 30, true);
  let field = extra;
  while (field + 4 <= end && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true);
  let next = field + 4;
  const long = (short: number) => {
    if (short !== unknown) return short;
    next += 8;
    return next > end ? broken() : Number(view.getBigUint64(next - 8, true));
  };
  // They stand in this order, and only those that do not fit.
  const wholeSize = long(size);
  const wholePacked = long(packed);
  return {packed: wholePacked, size: wholeSize, offset: long(offset)};
};
const named = (label: Uint8Array) => new TextDecoder().decode(label).replaceAll("\\", "/").replace(/^\/+/, "");
const entryAt = (bytes: Uint8Array, view: DataView, at: number): {entry: Entry; next: number} => {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return broken();
  const extra = at + 46 + view.getUint16(at + 28, true);
  const label = bytes.subarray(at + 46, extra);
  const flags = view.getUint16(at + 8, true);
  const remark = extra + view.getUint16(at + 30, true);
  const next = remark + view.getUint16(at + 32, true);
  const entry = {
    name: named(label),
    label,
    remarks: [bytes.subarray(extra, remark), bytes.subarray(remark, next)],
    flags,
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) === 1,
    ...placeOf(view, at, extra),
  };
  return {entry, next};
};
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const directoryOf = (view: DataView, end: number): {count: number; start: number} => {
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const locator = end - 20;
  if ((count !== 0xffff && start !== unknown) || locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return {count, start};
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return broken();
  return {count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true))};
};

/** What follows the end of a container belongs to nothing; some gateways only fill up with zeros or end the line. */
const endsThere = (bytes: Uint8Array, view: DataView, end: number) =>
  bytes.subarray(end + 22 + view.getUint16(end + 20, true)).every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d);

/** The directory of a zip container, at most `limit` entries. @throws Refused */
export const entriesOf = (bytes: Uint8Array, limit: number): Entry[] => {
  const view = viewOf(bytes);
  const end = findEnd(view);
  const {count, start} = directoryOf(view, end);
  if (count > limit) refuse(`aus zu vielen Teilen zusammengesetzt (${count}, höchstens ${limit})`);
  const entries: Entry[] = [];
  for (let at = start; entries.length < count; ) {
    const {entry, next} = entryAt(bytes, view, at);
    entries.push(entry);
    at = next;
  }
  if (!endsThere(bytes, view, end) || !entries.some(({offset}) => offset === 0)) broken();
  return entries;
};

/** The bytes of an entry as they lie there. @throws Refused */
export const packedBytes = (bytes: Uint8Array, {offset, packed}: Entry): Uint8Array => {
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
