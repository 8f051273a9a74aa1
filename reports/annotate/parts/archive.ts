import {entriesOf, packedBytes} from "../../../pipelines/read/container/zip.ts";
import {inflateSync, type Zippable, zipSync} from "fflate";

/** One file of a zip archive as it lies there: packed. */
export type Packed = {
  readonly path: string;
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
};

const signatures = {end: 0x06054b50, central: 0x02014b50, local: 0x04034b50};
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const mostFiles = 0xffff;
/** The files of an archive, by its directory and under the names that reading gives them. @throws Refused */
export const packedIn = (bytes: Uint8Array): Packed[] =>
  entriesOf(bytes, mostFiles).map((entry) => ({
    path: entry.name,
    name: entry.label,
    flags: entry.flags,
    method: entry.method,
    crc: entry.crc,
    size: entry.size,
    data: packedBytes(bytes, entry),
  }));

/** @throws Error `invalid archive`, or of the inflating library */
export const unpacked = ({method, data, size}: Packed): Uint8Array => {
  if (method !== 0 && method !== 8) throw new Error(`invalid archive: method ${method}`);
  const bytes = method === 0 ? data.slice() : inflateSync(data, {out: new Uint8Array(size)});
  if (bytes.length !== size) throw new Error("invalid archive: size");
  return bytes;
};
/** Packed anew; the same bytes give the same archive: no clock. */
export const pack = (files: ReadonlyMap<string, Uint8Array>): Packed[] =>
  packedIn(zipSync(Object.fromEntries([...files].map(([path, bytes]) => [path, [bytes, {level: 4, mtime: "1980-01-01T00:00:00"}]])) as Zippable));

/** 1 January 1980, the first day of this format. */
const firstDay = 0x0021;
const header = (length: number, signature: number, {flags, method, crc, data, size, name}: Packed, at: number): {bytes: Uint8Array; view: DataView} => {
  const bytes = new Uint8Array(length + name.length);
  const view = viewOf(bytes);
  view.setUint32(0, signature, true);
  // Sizes stand in the header now, not behind the data.
  [20, flags & ~0x8, method, 0, firstDay].forEach((value, i) => {
    view.setUint16(at + 2 * i, value, true);
  });
  [crc, data.length, size].forEach((value, i) => {
    view.setUint32(at + 10 + 4 * i, value, true);
  });
  view.setUint16(at + 22, name.length, true);
  bytes.set(name, length);
  return {bytes, view};
};
/** An archive of these files in this order. */
export const archive = (files: readonly Packed[]): Uint8Array => {
  const blocks: Uint8Array[] = [];
  let offset = 0;
  const add = (bytes: Uint8Array) => {
    blocks.push(bytes);
    offset += bytes.length;
  };
  const directory = files.map((file) => {
    const central = header(46, signatures.central, file, 6);
    central.view.setUint16(4, 20, true);
    central.view.setUint32(42, offset, true);
    add(header(30, signatures.local, file, 4).bytes);
    add(file.data);
    return central.bytes;
  });
  const start = offset;
  directory.forEach(add);
  const end = viewOf(new Uint8Array(22));
  end.setUint32(0, signatures.end, true);
  [files.length, files.length].forEach((value, i) => {
    end.setUint16(8 + 2 * i, value, true);
  });
  [offset - start, start].forEach((value, i) => {
    end.setUint32(12 + 4 * i, value, true);
  });
  add(new Uint8Array(end.buffer));
  const whole = new Uint8Array(offset);
  blocks.reduce((at, block) => {
    whole.set(block, at);
    return at + block.length;
  }, 0);
  return whole;
};
