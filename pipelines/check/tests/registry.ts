import type {TestName} from "../../../schemas/rules/rule.ts";
import type {Verdicts} from "../compare.ts";
import type {ReturnView} from "../return-view.ts";
import {changed, unusual, vanished} from "../plausibility/questions.ts";
import {unlikePeers} from "../plausibility/unlike-peers.ts";
import {aachen, codeValidity, territory} from "./codes.ts";
import {gapTitles} from "./beside/gap-titles.ts";
import {publishedFigures} from "./beside/published-figures.ts";
import {unchangedSheets} from "./beside/unchanged-sheets.ts";
import {noPreviousReturn, versionUsed} from "./beside/versions.ts";
import {withheldPartner, withheldSmall} from "./beside/withheld.ts";
import {account, bodyKnown, cover, formVersion} from "./cover.ts";
import {dateRange} from "./dates.ts";
import {coreCells, unknownCore} from "./entries.ts";
import {personalData, personalMailbox} from "./personal-data.ts";
import {certainRepairs, doubtfulRepairs} from "../repairs/told-repairs.ts";
import {deadlineKept} from "./programme.ts";
import {emptyReturn, sheet11} from "./sheets.ts";

/** What no expression can say, by the name the rule gives it. */
export const tests: Readonly<Record<TestName, (view: ReturnView) => Verdicts>> = {
  account,
  deadline: deadlineKept,
  cover,
  "form-version": formVersion,
  "body-known": bodyKnown,
  "empty-return": emptyReturn,
  "core-cells": coreCells,
  "unknown-core": unknownCore,
  "date-range": dateRange,
  "code-validity": codeValidity,
  territory,
  aachen,
  "sheet-11": sheet11,
  "personal-data": personalData,
  "personal-mailbox": personalMailbox,
  "doubtful-repairs": doubtfulRepairs,
  "certain-repairs": certainRepairs,
  "no-previous-return": noPreviousReturn,
  "version-used": versionUsed,
  "gap-titles": gapTitles,
  "published-figures": publishedFigures,
  "unchanged-sheets": unchangedSheets,
  changed,
  vanished,
  unusual,
  "unlike-peers": unlikePeers,
  "withheld-small": withheldSmall,
  "withheld-partner": withheldPartner,
};
