import {CFB} from "@e965/xlsx";
import {concatenated} from "../container/stored-zip.ts";

/** A compound file taken apart: streams by path. */
export type Container = {readonly FullPaths: readonly string[]; readonly FileIndex: readonly {readonly content: ArrayLike<number>}[]};

/** Kinds of records in the workbook stream of an .xls (BIFF8). */
const record = {bof: 0x809, eof: 0x0a, sheet: 0x85, encrypted: 0x2f, continued: 0x3c, formula: 0x06} as const;
const biff8 = 0x0600;
/** Records that hold no value: empty cells with a style, drop-downs, conditional formats, places of rows in the stream. */
const valueless = new Set([0xbe, 0x201, 0x1b2, 0x1be, 0x1b0, 0x1b1, 0x20b, 0xd7]);

type Span = {readonly kind: number; readonly start: number; readonly end: number};
type Substream = {readonly start: number; readonly records: readonly Span[]};

/** The records of a stream, substream by substream. Null for what is not regular: encrypted, nested (charts), older, cut off. */
const substreamsOf = (stream: Uint8Array): Substream[] | null => {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const found: Substream[] = [];
  let records: Span[] | null = null;
  for (let at = 0; at + 4 <= stream.length; ) {
    const kind = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (kind === 0 && records === null) break;
    if (end > stream.length || kind === record.encrypted || (kind === record.bof) !== (records === null)) return null;
    if (kind === record.bof && view.getUint16(at + 4, true) !== biff8) return null;
    if (records === null) {
      records = [];
      found.push({start: at, records});
    }
    records.push({kind, start: at, end});
    if (kind === record.eof) records = null;
    at = end;
  }
  return records === null && found.length > 0 ? found : null;
};

/** Title of a sheet as its record in the globals says it, and where that record says the sheet begins. */
const sheetIn = (stream: Uint8Array, {start}: Span) => {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const [length, wide] = [stream[start + 10] ?? 0, (stream[start + 11] ?? 0) & 1];
  const letters = Array.from({length}, (_, i) => (wide === 1 ? view.getUint16(start + 12 + 2 * i, true) : (stream[start + 12 + i] ?? 0)));
  return {title: String.fromCharCode(...letters), begins: view.getUint32(start + 4, true)};
};

/** Where the length of a formula stands in its record, and the shortest formula there is: 0. */
const formula = {at: 24, zero: [3, 0, 0x1e, 0, 0], longest: 1000} as const;
/** That a cell computes is kept, and its result; a formula longer than anybody types (our own beside the tables) is not taken apart. */
const withoutLongFormula = (stream: Uint8Array, {kind, start, end}: Span): Uint8Array => {
  if (kind !== record.formula || end - start <= formula.longest) return stream.subarray(start, end);
  const short = concatenated([stream.subarray(start, start + formula.at), Uint8Array.from(formula.zero)]);
  short.set([short.length - 4, 0], 2);
  return short;
};
/** A record goes together with those that continue it. */
const withValues = (records: readonly Span[]): Span[] => {
  let kept = true;
  return records.filter(({kind}) => {
    kept = kind === record.continued ? kept : !valueless.has(kind);
    return kept;
  });
};

/**
 * The workbook stream of an .xls without the contents of sheets that are never read and without records that hold no value.
 * Of the 7 MB that LibreOffice makes of our form 6 MB are the formulas of the sheet that checks itself: .xls stores each reference in binary and shares nothing.
 * Null where the stream is not regular; it is then read as it is.
 */
export const slimStream = (stream: Uint8Array, skipped: (title: string) => boolean): Uint8Array | null => {
  const substreams = substreamsOf(stream);
  const globals = substreams?.[0]?.records ?? [];
  const listed = globals.filter(({kind}) => kind === record.sheet);
  const sheets = listed.map((span) => sheetIn(stream, span));
  if (substreams === null || sheets.some(({begins}) => !substreams.some(({start}) => start === begins))) return null;
  const unread = new Set(sheets.filter(({title}) => skipped(title)).map(({begins}) => begins));
  const slim = substreams.map(({start, records}, i) => {
    const kept = unread.has(start) ? [...records.slice(0, 1), ...records.slice(-1)] : withValues(records);
    return concatenated((i === 0 ? records : kept).map((each) => withoutLongFormula(stream, each)));
  });
  const starts = new Map<number, number>();
  let length = 0;
  for (const [i, {start}] of substreams.entries()) {
    starts.set(start, length);
    length += slim[i]?.length ?? 0;
  }
  const result = concatenated(slim);
  const view = new DataView(result.buffer);
  for (const [i, {start}] of listed.entries()) view.setUint32(start + 4, starts.get(sheets[i]?.begins ?? 0) ?? 0, true);
  return result;
};

/** A compound file with a slim workbook stream, and its properties; the same bytes where nothing can be left out. */
export const slimXls = (bytes: Uint8Array, container: Container, skipped: (title: string) => boolean): Uint8Array => {
  const content = CFB.find(container, "/Workbook")?.content;
  const stream = content === undefined ? null : slimStream(Uint8Array.from(content), skipped);
  if (stream === null) return bytes;
  const slim = CFB.utils.cfb_new();
  CFB.utils.cfb_add(slim, "/Workbook", stream);
  for (const name of ["\u0005SummaryInformation", "\u0005DocumentSummaryInformation"]) {
    const properties = CFB.find(container, `/${name}`)?.content;
    if (properties !== undefined) CFB.utils.cfb_add(slim, `/${name}`, properties);
  }
  return new Uint8Array(CFB.write(slim, {type: "array"}) as ArrayLike<number>);
};
