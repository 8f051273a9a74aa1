import {describe, expect, test} from "vitest";
import {attribute, childrenOf, escaped, insertedInOrder, rootOf, unescaped, withAttribute} from "../../../../reports/annotate/parts/xml.ts";

const names = (xml: string) => childrenOf(xml, rootOf(xml)).map(({name, start, end}) => [name, xml.slice(start, end)]);

describe("children", () => {
  test("are the elements that lie in no other", () => {
    expect(names('<?xml version="1.0"?><a><b/><c x=">"><b>1</b></c><!-- <d/> --><e><![CDATA[<f>]]></e></a>')).toEqual([
      ["b", "<b/>"],
      ["c", '<c x=">"><b>1</b></c>'],
      ["e", "<e><![CDATA[<f>]]></e>"],
    ]);
  });
  test("may hold others of their own name", () =>
    expect(names("<a><b><b/><b>1</b></b><b>2</b></a>").map(([, text]) => text)).toEqual(["<b><b/><b>1</b></b>", "<b>2</b>"]));
  test.each([
    ["<a><b></a>", "invalid part"],
    ["", "no element"],
    ["<!DOCTYPE a><a/>", "declaration"],
  ])("%s is refused", (xml, message) => {
    expect(() => childrenOf(xml, rootOf(xml))).toThrow(message);
  });
});

describe("inserting", () => {
  const order = ["one", "two", "three"];
  test("keeps the order of the schema and the part's own prefix", () => {
    expect(insertedInOrder("<x:a><x:one/><x:odd/><x:three/></x:a>", order, "two", "<two></two>")).toBe("<x:a><x:one/><x:two></x:two><x:odd/><x:three/></x:a>");
    expect(insertedInOrder("<a><three/></a>", order, "two", "<two/>")).toBe("<a><two/><three/></a>");
  });
});

describe("text", () => {
  test("survives escaping", () => expect(unescaped(escaped(`<a & "b">\n`))).toBe(`<a & "b">\n`));
  test("reads numbered characters", () => expect(unescaped("&#10;&#x41;&apos;&nbsp;")).toBe("\nA'&nbsp;"));
  test("attributes are found with any prefix and quote, and set once", () => {
    expect([attribute(`<a r:id='x' rid="y">`, "id"), attribute("<a>", "id")]).toEqual(["x", undefined]);
    expect(withAttribute('<a id="1"/>', "id", "2")).toBe('<a id="2"/>');
    expect(withAttribute('<a id="1">', "id", null)).toBe("<a>");
  });
});
