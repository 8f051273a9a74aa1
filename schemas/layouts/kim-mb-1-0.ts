import {T10A, T10E} from "./kim-mb-1-0/baustein3.ts";
import {T03} from "./kim-mb-1-0/caseload.ts";
import {T01, T01Z} from "./kim-mb-1-0/cover.ts";
import {T13} from "./kim-mb-1-0/explanations.ts";
import {T12A, T12B} from "./kim-mb-1-0/finance.ts";
import {T09} from "./kim-mb-1-0/gaps.ts";
import {T11} from "./kim-mb-1-0/municipalities.ts";
import {T04A, T04G, T04S, T04D, T04H, T04L, T04N, T04O} from "./kim-mb-1-0/people.ts";
import {T02} from "./kim-mb-1-0/posts.ts";
import {T03P, T03H, T03O, T03F, T03S} from "./kim-mb-1-0/process.ts";
import {T08G, T08A, T08K, T08Q, T08N, T08P} from "./kim-mb-1-0/steering.ts";
import {T05, T06Z, T06R, T07E, T07D, T07M} from "./kim-mb-1-0/work.ts";
import type {Form} from "./layout.ts";

/** The first form, valid from 2021-H2: 15 sheets, 36 tables, in the order of the sheets. */
export const kimMb10: Form = {
  version: "KIM-MB-1.0",
  validFrom: "2021-H2",
  tables: [T01, T01Z, T02, T03, T03P, T03H, T03O, T03F, T03S, T04A, T04G, T04S, T04D, T04H, T04L, T04N, T04O, T05, T06Z, T06R, T07E, T07D, T07M, T08G, T08A, T08K, T08Q, T08N, T08P, T09, T10A, T10E, T11, T12A, T12B, T13],
};
