import {baustein3Fields} from "./baustein3.ts";
import {caseloadFields, processFields} from "./caseload.ts";
import {coverFields, explanationFields} from "./cover.ts";
import type {Field} from "./field.ts";
import {financeFields} from "./finance.ts";
import {gapFields} from "./gaps.ts";
import {municipalityFields} from "./municipalities.ts";
import {peopleFields} from "./people.ts";
import {postFields} from "./posts.ts";
import {steeringFields} from "./steering.ts";
import {workFields} from "./work.ts";

/** Every field of every form ever issued, by name. */
export const fields = {
  ...coverFields,
  ...postFields,
  ...caseloadFields,
  ...processFields,
  ...peopleFields,
  ...workFields,
  ...steeringFields,
  ...gapFields,
  ...baustein3Fields,
  ...municipalityFields,
  ...financeFields,
  ...explanationFields,
};
export type FieldName = keyof typeof fields;

const byName: ReadonlyMap<string, Field> = new Map(Object.entries(fields));
/** @throws Error `unknown field: NAME` */
export const fieldOf = (name: string): Field => {
  const field = byName.get(name);
  if (field === undefined) throw new Error(`unknown field: ${name}`);
  return field;
};
