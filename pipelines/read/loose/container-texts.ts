import type {LooseText} from "../../../schemas/flow.ts";
import type {Entry} from "../container/zip.ts";

const utf8 = new TextDecoder();
const wide = new TextDecoder("utf-16le");
/** Nothing shorter names anybody; shorter runs are chance. */
const shortest = 8;
const run = /[\p{L}\p{M}\p{N}\p{P}\p{S} \u00a0]{8,}/gu;
/** Instants at which a program wrote something and keys it made up: nobody was born then, and nobody has that number. */
const programmed = /\d{4}-\d\d-\d\dT[\d:.Z+-]+|(?<![\p{L}\d])(?=[\da-f-]*[a-f])[\da-f-]{12,}(?![\p{L}\d])|[\da-f]{16,}/giu;
/** What can be read in bytes that are no text as a whole, in the encodings programs use. */
export const readableIn = (bytes: Uint8Array): string[] => {
  const narrow = utf8.decode(bytes).replaceAll("\ufffd", "\0").match(run) ?? [];
  // Any two bytes are a sign in UTF-16: only letters of our alphabet are no chance.
  const written = [0, 1].flatMap((from) => wide.decode(bytes.subarray(from)).match(/[\u0020-\u007e\u00a0-\u017f]{8,}/g) ?? []);
  return [...narrow, ...written].map((text) => text.replace(programmed, " "));
};

const namesIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({name}) =>
    name
      .split("/")
      .map((step) => step.replace(/\.[a-z]{2,6}$/i, "").replace(programmed, " "))
      .filter((step) => step.length >= shortest)
      .flatMap((step) => [step.replace(/_+/g, " "), step.replace(/[_.-]+/g, " ")]),
  );

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** All of a container but the data of its parts: heads of the parts with their extra fields, what lies between them, the directory and its remarks. */
const aroundData = (bytes: Uint8Array, entries: readonly Entry[]): Uint8Array[] => {
  const view = viewOf(bytes);
  const sorted = entries.toSorted((left, right) => left.offset - right.offset);
  let done = 0;
  const pieces = sorted.flatMap(({offset, packed, remarks}) => {
    if (offset + 30 > bytes.length) return remarks;
    const extra = offset + 30 + view.getUint16(offset + 26, true);
    const data = extra + view.getUint16(offset + 28, true);
    const own = [bytes.subarray(done, extra), bytes.subarray(extra, data)];
    done = data + packed;
    return [...own, ...remarks];
  });
  return [...pieces, bytes.subarray(done)];
};
/** Texts of a zip container that belong to none of its parts: remarks, extra fields, names of parts and folders. */
export const containerTexts = (bytes: Uint8Array, entries: readonly Entry[]): LooseText[] =>
  [...new Set([...namesIn(entries), ...aroundData(bytes, entries).flatMap(readableIn)])].map((text) => ({at: {file: true}, text, carrier: "container"}));
