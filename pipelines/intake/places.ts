import {sep} from "node:path";
import {errorCode, followed} from "../effects/entries.ts";
import {oneLine} from "../effects/printable.ts";
import {Refusal} from "../effects/refusal.ts";

/** Where to look: a folder or one file, by its path without links; `ours`: it lies in the inbox. */
export type Place = {readonly path: string; readonly kind: "folder" | "file"; readonly ours: boolean};
export type Places = {readonly inbox: string; readonly found: readonly Place[]; readonly missing: readonly string[]};

const advice = "Ist die Freigabe eingehängt? Es wurde nichts angenommen; bitte die Freigabe einhängen oder den Ordner anlegen.";
/** Every data folder got its inbox at the beginning (`ledger.begin`); a missing one is a share that is not mounted. */
const inboxPlace = async (inbox: string): Promise<Place> => {
  const {path, kind} = await followed(inbox);
  if (kind === "folder") return {path, kind, ours: true};
  if (kind === "dangling") throw new Refusal(`Der Posteingang ${oneLine(inbox)} ist eine Verknüpfung, die ins Leere führt. ${advice}`);
  if (kind !== "missing")
    throw new Refusal(`Der Posteingang ${oneLine(inbox)} ist kein Ordner. Bitte die Datei dieses Namens entfernen und den Ordner anlegen.`);
  throw new Refusal(`Den Posteingang ${oneLine(inbox)} gibt es nicht. ${advice}`);
};

/** Finds what was named by hand or, without any, the inbox. @throws Refusal if the inbox is not there */
export const placesOf = async (folder: {readonly inbox: string}, paths: readonly string[]): Promise<Places> => {
  if (paths.length === 0) {
    const place = await inboxPlace(folder.inbox);
    return {inbox: place.path, found: [place], missing: []};
  }
  const inbox = (await followed(folder.inbox)).path;
  const all = await Promise.all(
    paths.map(async (named) => {
      const {path, kind} = await followed(named).catch((error: unknown) => {
        if (errorCode(error) === "") throw error;
        return {path: named, kind: "missing"} as const;
      });
      if (kind === "missing" || kind === "dangling") return named;
      return {path, kind: kind === "folder" ? "folder" : "file", ours: path === inbox || path.startsWith(`${inbox}${sep}`)} as const;
    }),
  );
  const found = new Map(all.filter((each) => typeof each !== "string").map((each) => [each.path, each]));
  return {inbox, found: [...found.values()], missing: all.filter((each) => typeof each === "string")};
};
