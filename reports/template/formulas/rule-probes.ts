import type {Rule} from "../../../schemas/rules/rule.ts";
import {rules} from "../../../schemas/rules/registry.ts";
import type {Table} from "../../../schemas/layouts/layout.ts";
import type {Variant} from "../variant.ts";
import {checkProbes} from "./check-probes.ts";
import {all} from "./excel.ts";
import {isFullReturn, type Sheets} from "./terms/form-terms.ts";
import {invalidProbes} from "./named/invalid.ts";
import {namedProbes, remarkedProbes} from "./named/named-probes.ts";
import {otherVersion} from "./named/cover.ts";
import type {Found, Probe} from "./probes.ts";
import {tablesIn, valueSheet} from "./values/value-sheet.ts";

/** The form a variant describes, for translating rules. */
export const sheetsOf = (variant: Variant): Sheets => {
  const tables = new Map(variant.form.tables.map((table) => [table.id, table]));
  const here = new Set(tablesIn(variant));
  return {
    values: valueSheet(variant),
    halfYear: variant.halfYear,
    municipal: variant.municipal,
    tableOf: (id) => {
      const table = tables.get(id);
      if (table === undefined) throw new Error(`unknown table: ${id}`);
      return here.has(table) ? table : null;
    },
  };
};

/** An explicit empty return is asked little. */
const exceptEmpty = (found: Found, sheets: Sheets): Found => {
  const full = isFullReturn(sheets);
  if (found.each === "once") return {...found, fault: all([full, found.fault])};
  return {...found, fault: (row: number) => all([full, found.fault(row)])};
};
const probesOfRule = (sheets: Sheets, tables: readonly Table[], rule: Rule, version: string): Found[] => {
  if (rule.formulaPossible === "nein") return [];
  const found = [
    ...(rule.invalid === undefined ? [] : invalidProbes(sheets, tables, rule.invalid)),
    ...(rule.test === undefined ? [] : (namedProbes[rule.test]?.(sheets, tables) ?? [])),
    ...(rule.test === "form-version" ? otherVersion(sheets, tables, version) : []),
    ...(rule.remarks ?? []).flatMap((kind) => remarkedProbes[kind]?.(sheets, tables) ?? []),
    ...(rule.checks ?? []).flatMap((check) => checkProbes(sheets, tables, check)),
  ];
  return rule.inEmptyReturn === true ? found : found.map((each) => exceptEmpty(each, sheets));
};

/** Every place at which a rule can be looked at in a form, in the order of the rules. */
export const probesOf = (variant: Variant, sheets: Sheets): readonly Probe[] => {
  const tables = tablesIn(variant);
  return rules.flatMap((rule) => probesOfRule(sheets, tables, rule, variant.form.version).map((found) => ({...found, rule}) as Probe));
};
