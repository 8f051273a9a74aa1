import {expect, test} from "vitest";
import {checkAlone} from "../../../../pipelines/check/presets/check-alone.ts";
import {trustReasons} from "../../../../pipelines/check/presets/trust.ts";
import {readWorkbook} from "../../../../pipelines/read/read-workbook.ts";
import {rules} from "../../../../schemas/rules/registry.ts";
import {knownKey, sealer, signedReturn} from "./signed.ts";

const alone = async (bytes: Promise<Uint8Array>, keys = [knownKey]) => checkAlone(readWorkbook(await bytes), keys);
const needing = rules.filter(({needs}) => needs?.some((part) => part === "previous" || part === "approvals")).map(({id}) => id);
const uncheckable = ({checked}: Awaited<ReturnType<typeof alone>>) => checked.notCheckable.filter(({rule}) => needing.includes(rule));
const reasons = (found: Awaited<ReturnType<typeof alone>>) => [...new Set(uncheckable(found).map(({reason}) => reason))];

test("a form as it was issued is trusted", async () => expect((await alone(signedReturn())).trust).toBe("genuine"));

test.each([
  ["a ceiling raised", {"_Vorgaben!B8": 9}],
  ["a closing stock changed", {"_Vorgaben!F2": 13}],
  ["a site added", {"_Vorgaben!E4": "E03", "_Vorgaben!F4": 1}],
  ["a gap forgotten", {"_Vorgaben!K2": null}],
  ["another half-year on the cover", {"01_Deckblatt!C7": "2025-H1"}],
  ["another body on the cover", {"01_Deckblatt!C6": "05166"}],
  ["a hash of its own", {"_meta!B8": "0".repeat(64)}],
  ["a signature that is none", {"_meta!B9": "keine"}],
])("%s: the presets are no longer trusted", async (_, change) => {
  const found = await alone(signedReturn(change));
  expect(found.trust).toBe("changed");
  expect(reasons(found)).toEqual([trustReasons.changed]);
});

test("a form without signature says so", async () => {
  const found = await alone(signedReturn({}, (text) => ({...sealer(text), signature: ""})));
  expect(found.trust).toBe("unsigned");
  expect(reasons(found)).toEqual([trustReasons.unsigned]);
});
test("a key the page does not know is named as that", async () =>
  expect((await alone(signedReturn(), [{...knownKey, name: "other"}])).trust).toBe("foreign-key"));
test("a signature under another key is none", async () => {
  const other = {name: knownKey.name, spki: "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="};
  expect((await alone(signedReturn(), [other])).trust).toBe("changed");
});

test("with genuine presets the rules that need them run", async () => {
  const found = await alone(signedReturn());
  expect(uncheckable(found).filter(({reason}) => /liegt hier nicht vor|keine übernommen/.test(reason))).toEqual([]);
});
