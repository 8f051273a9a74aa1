import {forms} from "./forms.ts";

/** Title of the sheet each table stands on, as the newest form has it. */
export const tableTitles: ReadonlyMap<string, string> = new Map(forms.flatMap(({tables}) => tables.map(({id, sheet}) => [id, sheet] as const)));
