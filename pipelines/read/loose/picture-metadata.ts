const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Segments of a JPEG in which cameras and programs write words: EXIF and XMP (APP1), IPTC (APP13), comments. */
const worded = new Set([0xe1, 0xed, 0xfe]);
const ofJpeg = (bytes: Uint8Array): Uint8Array[] => {
  const view = viewOf(bytes);
  const found: Uint8Array[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    const length = view.getUint16(at + 2);
    if (length < 2) break;
    if (worded.has(bytes[at + 1] ?? 0)) found.push(bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return found;
};
const latin = new TextDecoder("latin1");
const ofPng = (bytes: Uint8Array): Uint8Array[] => {
  const view = viewOf(bytes);
  const found: Uint8Array[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (/^(?:tEXt|iTXt|eXIf)$/.test(latin.decode(bytes.subarray(at + 4, at + 8)))) found.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
};
/** The bytes of a picture in which it is described, without its pixels; none for other kinds. */
export const metadataOf = (bytes: Uint8Array): Uint8Array[] => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return ofJpeg(bytes);
  return bytes[0] === 0x89 && bytes[1] === 0x50 ? ofPng(bytes) : [];
};
