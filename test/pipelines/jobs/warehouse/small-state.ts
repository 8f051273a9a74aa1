import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {ingest} from "../../../../pipelines/jobs/intake/ingest.ts";
import {freshDesk} from "../intake/desk.ts";

/** Two bodies, two half-years; Kreis Wesel corrects its first return (21 instead of 20 first consultations) after the deadline and sends a wrong one at last. */
/** The second half-year opens with what closed the first. */
const opening = {"03_Fallzahlen!O7": -2, "03_Fallzahlen!O8": -2};
const files = async () => {
  const wesel = (change: Readonly<Record<string, number>>, halfYear: "2025-H1" | "2025-H2" = "2025-H1") => oneReturn({body: "05170", halfYear, change});
  return [
    {name: "wesel.xlsx", received: "2025-07-10T09:00:00+02:00", bytes: await wesel({})},
    {name: "wesel-v2.xlsx", received: "2025-08-05T09:00:00+02:00", bytes: await wesel({"03_Fallzahlen!I7": 21})},
    {name: "wesel-wrong.xlsx", received: "2025-08-06T09:00:00+02:00", bytes: await wesel({"03_Fallzahlen!G7": 99})},
    {name: "wesel-h2.xlsx", received: "2026-01-20T09:00:00+01:00", bytes: await wesel(opening, "2025-H2")},
    {name: "duesseldorf.xlsx", received: "2025-07-20T09:00:00+02:00", bytes: await oneReturn({body: "05111", halfYear: "2025-H1"})},
  ];
};
const made = files();

/** A desk over a fresh data folder that has taken all of it in, in the order given. */
export const smallState = async (order: (names: readonly string[]) => readonly string[] = (names) => names) => {
  const fresh = await freshDesk("2026-02-01T08:00:00Z");
  const all = await made;
  for (const name of order(all.map((each) => each.name))) {
    const {bytes, received} = all.find((each) => each.name === name)!;
    await fresh.drop(name, bytes, received);
    await ingest(fresh.desk, []);
  }
  return fresh;
};
