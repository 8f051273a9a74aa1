import {expect, test} from "vitest";
import {zipped} from "../../../../fixtures/packagings/zip.ts";
import {containerTexts} from "../../../../pipelines/read/loose/container-texts.ts";
import {entriesOf} from "../../../../pipelines/read/container/zip.ts";

const bytes = zipped({"xl/4546208e61f34c728764777679fbf37b.psmdcp": new Uint8Array([1]), "xl/Frau_Krause/a.xml": new Uint8Array([2])});
const followedBy = (text: string) => new Uint8Array([...bytes, ...new TextEncoder().encode(text)]);

test("bytes after the end belong to nothing", () => expect(() => entriesOf(followedBy("Frau Krause"), 9)).toThrow("beschädigt"));
test("zeros and line ends after the end are no damage", () => expect(entriesOf(followedBy("\0\0\r\n"), 9)).toHaveLength(2));
test("bytes before the first part, which the directory allows for, belong to nothing", () => {
  const moved = zipped({"a.xml": new Uint8Array([1])});
  const shifted = new Uint8Array([...new TextEncoder().encode("Frau"), ...moved]);
  const view = new DataView(shifted.buffer);
  const end = shifted.length - 22;
  const directory = view.getUint32(end + 16, true) + 4;
  view.setUint32(end + 16, directory, true);
  view.setUint32(directory + 42, 4, true);
  expect(() => entriesOf(shifted, 9)).toThrow("beschädigt");
});
test("names of parts are texts, keys in them are not", () => {
  const texts = containerTexts(bytes, entriesOf(bytes, 9)).map(({text}) => text);
  expect([texts.includes("Frau Krause"), texts.some((text) => text.includes("4546208e"))]).toEqual([true, false]);
});
