import {strToU8, unzipSync, zipSync} from "fflate";
import {describe, expect, test} from "vitest";
import {archive, pack, packedIn, unpacked} from "../../../../reports/annotate/parts/archive.ts";
import {closeParts, openParts} from "../../../../reports/annotate/parts/package.ts";

const files = {"a.xml": strToU8("<a/>".repeat(500)), "ä/b.bin": new Uint8Array([0, 1, 2]), leer: new Uint8Array(0)};
const zipped = zipSync({...files, "ä/b.bin": [files["ä/b.bin"], {level: 0}]});

describe("an archive", () => {
  test("is read as the archive library reads it", () => {
    expect(Object.fromEntries(packedIn(zipped).map((file) => [file.path, unpacked(file)]))).toEqual(unzipSync(zipped));
  });
  test("is written so that the library reads the same files in the same order", () => {
    const written = archive(packedIn(zipped));
    expect(unzipSync(written)).toEqual(unzipSync(zipped));
    expect(packedIn(written).map(({path}) => path)).toEqual(Object.keys(files));
  });
  test("takes over what nobody changed as it is packed, and packs the rest anew", () => {
    const parts = openParts(zipped);
    parts.set("a.xml", strToU8("neu"));
    const [before, after] = [packedIn(zipped), packedIn(closeParts(parts))];
    expect(after[1]!.data).toEqual(before[1]!.data);
    expect([unpacked(after[0]!), after[0]!.data.length < before[0]!.data.length]).toEqual([strToU8("neu"), true]);
  });
  test("has the same bytes whenever it is made", () =>
    expect(archive(pack(new Map(Object.entries(files))))).toEqual(archive(pack(new Map(Object.entries(files))))));
  test.each([
    ["cut off", zipped.slice(0, 40)],
    ["empty", new Uint8Array(0)],
    ["shifted", zipped.slice(7)],
  ])("%s is refused", (_, bytes) => expect(() => packedIn(bytes)).toThrow());
  test("that promises more than is allowed is not unpacked", () => {
    const bomb = zipped.slice();
    const at = packedIn(bomb)[0]!.name.byteOffset - 46;
    new DataView(bomb.buffer).setUint32(at + 24, 0x7fffffff, true);
    expect(() => openParts(bomb)).toThrow("too large");
  });
});
