import type {Body} from "./bodies.ts";
import {hasMunicipalities} from "./bodies.ts";
import declared from "./municipalities.json" with {type: "json"};

/** One of the 396 municipalities of NRW (Gemeinden) with inhabitants on 31.12.2024. */
export type Municipality = {readonly ags: string; readonly name: string; readonly type: string; readonly kreis: string; readonly inhabitants: number};

export const municipalities: readonly Municipality[] = declared;

const stadtAachen = "05334002";
/** The municipalities a body reports for; Stadt Aachen reports for itself and is no part of the StädteRegion's territory. */
export const municipalitiesOf = (body: Body): Municipality[] => (hasMunicipalities(body) ? municipalities.filter(({kreis, ags}) => kreis === body.key && ags !== stadtAachen) : municipalities.filter(({ags}) => ags === body.ags));
/** Entries of the drop-down "Kommunen der Stelle": the own key for central places first (`05334000 … (zentral)`). */
export const placeEntries = (body: Body): {ags: string; label: string}[] => [...(hasMunicipalities(body) ? [{ags: body.ags, label: `${body.short} (zentral)`}] : []), ...municipalitiesOf(body).map(({ags, name}) => ({ags, label: name}))];
