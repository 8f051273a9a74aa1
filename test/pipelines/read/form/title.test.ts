import {expect, test} from "vitest";
import {mostLike, sameTitle} from "../../../../pipelines/read/form/title.ts";

test("case, blanks and hyphens do not change a title", () => expect(sameTitle("CM-Neuaufnahmen (Fälle)", "cm neuaufnahmen\n(fälle)")).toBe(true));
test("another word does", () => expect(sameTitle("Bewilligt (VZÄ)", "Besetzt (VZÄ)")).toBe(false));
test("§ 25a and § 25b are two titles", () => expect(sameTitle("§ 25a Anträge", "§ 25b Anträge")).toBe(false));

const like = (wanted: string, titles: readonly string[], rivals: readonly string[] = []) => mostLike(wanted, rivals, titles, (title) => title);
test("a slightly changed title is recognised", () => expect(like("CM-Beendigungen (Fälle)", ["Bemerkung", "CM Beendigung"])).toBe("CM Beendigung"));
test("two titles that are as like are not decided", () => expect(like("Anträge am Ende", ["Anträge Ende", "Anträge, Ende"])).toBeNull());
test("a strange title is not taken", () => expect(like("CM-Beendigungen (Fälle)", ["Telefon"])).toBeNull());
test("a title with another number is never taken", () => expect(like("§ 25a Anträge", ["§ 25b Anträge"])).toBeNull());
test("a title that is more like another one is left to that one", () =>
  expect(like("Weitergeleitet an Kommunen", ["Weitergeleitet an freie Träg."], ["Weitergeleitet an Kommunen", "Weitergeleitet an freie Träger"])).toBeNull());
