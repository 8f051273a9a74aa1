import {hasMunicipalities, bodyOf} from "../../schemas/codes/bodies.ts";
import type {HalfYear} from "../../schemas/half-year.ts";
import {formFor} from "../../schemas/layouts/forms.ts";
import type {Form} from "../../schemas/layouts/layout.ts";

/** What makes two blank forms differ; all else is written into a blank form afterwards. */
export type Variant = {readonly form: Form; readonly halfYear: HalfYear; readonly municipal: boolean; readonly synthetic: boolean};

export const variantOf = (body: string, halfYear: HalfYear, synthetic: boolean): Variant => ({
  form: formFor(halfYear),
  halfYear,
  municipal: hasMunicipalities(bodyOf(body)),
  synthetic,
});
/** First and second half-years are asked different things; the year is no difference. */
export const variantName = ({form, halfYear, municipal, synthetic}: Variant) => `${form.version} ${halfYear.slice(-2)} ${municipal} ${synthetic}`;
