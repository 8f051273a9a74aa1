import {kimMb10} from "./kim-mb-1-0.ts";
import type {Form} from "./layout.ts";

/** Every form ever issued, oldest first. */
export const forms: readonly Form[] = [kimMb10];

/** The form a half-year is reported with. @throws Error `missing form for half-year: H` */
export const formFor = (halfYear: string): Form => {
  const form = forms.findLast(({validFrom, validUntil}) => validFrom <= halfYear && (validUntil === undefined || halfYear <= validUntil));
  if (form === undefined) throw new Error(`missing form for half-year: ${halfYear}`);
  return form;
};
