import declared from "./bodies.json" with {type: "json"};

export type BodyType = "Kreis" | "Städteregion" | "kreisfreie Stadt" | "regionsangehörige Stadt (meldet selbst)";
/** One of the 54 reporting bodies. Inhabitants and foreign residents on 31.12.2024 (IT.NRW, dl-de/by-2-0). */
export type Body = {
  readonly key: string;
  readonly ags: string;
  readonly name: string;
  readonly short: string;
  readonly type: BodyType;
  readonly district: string;
  readonly inhabitants: number;
  /** For 05334 including Stadt Aachen; null for 05334002: official tables do not part them. */
  readonly foreigners: number | null;
  readonly tile: {readonly label: string; readonly row: number; readonly col: number};
};

export const bodies = declared as readonly Body[];
/** The five Regierungsbezirke in official order. */
export const districts = ["Düsseldorf", "Köln", "Arnsberg", "Münster", "Detmold"] as const;

const byKey = new Map(bodies.map((body) => [body.key, body]));
export const findBody = (key: string): Body | undefined => byKey.get(key);
/** @throws Error `unknown body: KEY` */
export const bodyOf = (key: string): Body => {
  const body = byKey.get(key);
  if (body === undefined) throw new Error(`unknown body: ${key}`);
  return body;
};
/** Kreise and the StädteRegion have municipalities of their own (sheet 11). */
export const hasMunicipalities = ({type}: Body) => type === "Kreis" || type === "Städteregion";
/** As people say it: Kreis Höxter, Stadt Aachen, Köln. */
export const spokenName = ({key, name, short, type}: Body) => (type === "Kreis" ? name : key === "05334002" ? "Stadt Aachen" : short);
