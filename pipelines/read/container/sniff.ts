/** What a file is by its first bytes; its name says nothing. */
export type Kind = "zip" | "ole" | {readonly foreign: string; readonly format: string};

const foreign = (format: string, reason: string): Kind => ({format, foreign: reason});
const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);
const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

const signatures: readonly (readonly [readonly number[], Kind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "zip"],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "ole"],
  [ascii("%PDF"), foreign("pdf", "ein PDF, keine Excel-Datei,")],
  [[0x89, ...ascii("PNG")], foreign("image", "ein Bild, keine Excel-Datei,")],
  [[0xff, 0xd8, 0xff], foreign("image", "ein Bild, keine Excel-Datei,")],
  [ascii("GIF8"), foreign("image", "ein Bild, keine Excel-Datei,")],
  [ascii("{\\rtf"), foreign("rtf", "ein Textdokument, keine Excel-Datei,")],
  [[0x09, 0x08], foreign("xls-old", "in einem sehr alten Excel-Format gespeichert")],
  [[0x09, 0x04], foreign("xls-old", "in einem sehr alten Excel-Format gespeichert")],
];

const textStart = (bytes: Uint8Array) => new TextDecoder("utf-8").decode(bytes.subarray(0, 1024)).replaceAll("\0", "").trimStart().toLowerCase();
/** Bytes that no text has: a text of any encoding is free of most control characters. */
const looksLikeText = (bytes: Uint8Array) => !bytes.subarray(0, 1024).some((byte) => byte !== 0 && byte < 9);

const marked = (bytes: Uint8Array): Kind => {
  const start = textStart(bytes);
  if (/^[^a-z<]{0,4}<(?:!doctype html|html|table)/.test(start)) return foreign("html", "eine Internetseite (HTML), keine Excel-Datei,");
  if (/^[^a-z<]{0,4}</.test(start)) return foreign("xml", "eine XML-Datei, keine Excel-Datei,");
  return looksLikeText(bytes) ? foreign("csv", "eine Textdatei (z. B. CSV), keine Excel-Datei,") : foreign("unknown", "keine Excel-Datei");
};

/** The kind of a file by its content. */
export const sniff = (bytes: Uint8Array): Kind => {
  if (bytes.length === 0) return foreign("empty", "leer");
  return signatures.find(([start]) => startsWith(bytes, start))?.[1] ?? marked(bytes);
};
