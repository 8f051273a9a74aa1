import type {Table} from "../../../../schemas/layouts/layout.ts";
import type {TestName} from "../../../../schemas/rules/rule.ts";
import type {Sheets} from "../terms/form-terms.ts";
import type {Found} from "../probes.ts";
import {datesOutOfRange, figuresInEmptyReturn, unknownBody} from "./cover.ts";
import {emptyCells, unknownCells} from "./entries.ts";
import {mixedAachen, outsideTerritory} from "./places.ts";
import {doubleKeys, signsOfPersons} from "./texts.ts";

type Maker = (sheets: Sheets, tables: readonly Table[]) => Found[];
/** What only code can say, once more as formulas, by the name the rule gives it. Tests without an entry are for the Land alone. */
export const namedProbes: Readonly<Partial<Record<TestName, Maker>>> = {
  "body-known": unknownBody,
  "core-cells": emptyCells,
  "unknown-core": unknownCells,
  "date-range": datesOutOfRange,
  "empty-return": figuresInEmptyReturn,
  territory: outsideTerritory,
  aachen: mixedAachen,
  "personal-data": signsOfPersons,
};
/** Remarks of the reader that a formula can see too. */
export const remarkedProbes: Readonly<Record<string, Maker>> = {"duplicate-key": doubleKeys};
