import {expect, test} from "vitest";
import {leakedBySums, withheldLists} from "../../../bench/publication/secrets/re-summed.ts";

const csv = (rows: string) => `﻿Gebiet;Erteilungen\n${rows}\n\nQuelle: Meldebogen`;
const exact = csv("Düsseldorf;12\nKöln;3\nMünster;20\nLand;35");
const found = (rows: string) => leakedBySums("csv/liste.csv", csv(rows), exact).map(({what}) => what);

test("one withheld part beside an exact total is the difference", () =>
  expect(found("Düsseldorf;12\nKöln;geheim\nMünster;20\nLand;35")).toEqual([" · Köln · Erteilungen: 3"]));
test("two withheld parts leave it open", () => expect(found("Düsseldorf;geheim\nKöln;geheim\nMünster;20\nLand;35")).toEqual([]));
test("rounded parts give no exact difference", () => expect(found("Düsseldorf;10\nKöln;geheim\nMünster;20\nLand;35")).toEqual([]));
test("without a total there is nothing to subtract from", () => expect(found("Düsseldorf;12\nKöln;geheim\nMünster;20")).toEqual([]));

const page = (cell: string) =>
  `<figure id="liste"><table><tr><th></th><th>Köln</th><th>Münster</th><th>insgesamt</th></tr><tr><th>2025</th><td>${cell}</td><td>1.020</td><td>1.023</td></tr></table></figure>`;
test("a list that runs across a row of a page is added up too", () =>
  expect(leakedBySums("seite.html", page('<span class="gap">.</span><span>geheim</span>'), page("3"))).toEqual([
    {by: "Summe minus Teile", file: "seite.html", what: "liste · Köln · 2025: 3"},
  ]));
test("lists with something withheld are counted", () => {
  expect(withheldLists("seite.html", page(".geheim"))).toBe(1);
  expect(withheldLists("seite.html", page("3"))).toBe(0);
});
