import {sniff} from "./sniff.ts";

/** Reads some bytes of a file: from its beginning or, negative, up to its end. */
export type PartReader = (from: number, length: number) => Promise<Uint8Array>;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A container ends with its directory; the comment after it has at most 65,535 bytes. */
const tailLength = 65_557;
const zipEnds = async (read: PartReader): Promise<boolean> => {
  const view = viewOf(await read(-tailLength, tailLength));
  for (let at = view.byteLength - 22; at >= 0; at--)
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return true;
  return false;
};

const [regular, endOfChain, free] = [0xfffffffa, 0xfffffffe, 0xffffffff];
/** Numbers of the sectors in which a compound file keeps its table of sectors, as far as its head lists them. */
const tableSectors = (head: DataView): number[] => Array.from({length: 109}, (_, i) => head.getUint32(76 + 4 * i, true)).filter((sector) => sector < regular);
/** What an entry of the table says must be there: the sector it is about and the one it leads to. Some writers fill up the table with ends of chains, so these say nothing. */
const required = (sector: number, entry: number): number[] => {
  if (entry === free || entry === endOfChain) return [];
  return entry < regular ? [sector, entry] : [sector];
};
/** Every sector the table leads to must lie within the file; the last one may be shorter than the others. */
const oleEnds = async (read: PartReader, size: number): Promise<boolean> => {
  const head = viewOf(await read(0, 512));
  if (head.byteLength < 512) return false;
  const sectorSize = 2 ** head.getUint16(30, true);
  if (sectorSize !== 512 && sectorSize !== 4096) return true;
  const isThere = (sector: number) => (sector + 1) * sectorSize < size;
  const starts = [head.getUint32(48, true), head.getUint32(60, true)].filter((sector) => sector < regular);
  if (!starts.every(isThere)) return false;
  for (const [i, sector] of tableSectors(head).entries()) {
    const table = viewOf(await read((sector + 1) * sectorSize, sectorSize));
    if (table.byteLength < sectorSize) return false;
    for (let n = 0; n < sectorSize / 4; n++) if (!required((i * sectorSize) / 4 + n, table.getUint32(4 * n, true)).every(isThere)) return false;
  }
  return true;
};

/** Whether a file stops before its end, as one does that is still being copied. Only containers say where they end; all else counts as ended. */
export const isTorn = async (read: PartReader, size: number): Promise<boolean> => {
  const head = await read(0, 8);
  // The beginning of a container may itself be cut off.
  if (size < 8) return [0x50, 0xd0].includes(head[0] ?? 0);
  const kind = sniff(head);
  if (kind === "zip") return !(await zipEnds(read));
  return kind === "ole" && !(await oleEnds(read, size));
};
