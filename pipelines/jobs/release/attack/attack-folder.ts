import {audiences} from "../../../../schemas/disclosure.ts";
import type {Leak} from "../../../attack/files/leak.ts";
import type {PublicationBreach, TableReport} from "../../../attack/publication/attacked.ts";
import type {Publication} from "../../../attack/publication/publication.ts";
import type {Files} from "../../../effects/files.ts";
import {sha256Of} from "../../../effects/store.ts";
import {attackSite} from "./attack-site.ts";
import {findPublished, isEmpty} from "./find-published.ts";
import {type ReadPublished, readPublished} from "./read-published.ts";
import {scenesOf} from "./scenes.ts";
import {withheldShare} from "./withheld-shares.ts";

/** The attack by arithmetic on one half-year: what can be had back, what was tried, and the witnesses that the rest cannot. */
export type Attack = (publication: Publication) => Attacked | Promise<Attacked>;
export type Attacked = {
  readonly breaches: readonly PublicationBreach[];
  readonly tables: readonly TableReport[];
  readonly questions: number;
  /** Sums that were no knowledge, since the bodies' own numbers contradict them. */
  readonly dropped: number;
  readonly certificate: unknown;
};
/** What was tried on a table, and how much of it is withheld. */
export type AttackedTable = TableReport & {readonly cells: number};
/** All that was tried on a folder. `certificate`: hash over the witnesses of all half-years; `manifest`: the one the manifest names. */
export type AttackReport = {
  readonly root: string;
  readonly read: {readonly tables: number; readonly bodies: number; readonly releases: number; readonly pages: number; readonly pictures: number};
  readonly tables: readonly AttackedTable[];
  readonly breaches: readonly PublicationBreach[];
  readonly leaks: readonly Leak[];
  readonly questions: number;
  readonly dropped: number;
  readonly certificate: string;
  readonly manifest: string | null;
};
export type AttackOptions = {readonly integer: boolean; readonly progress: (done: number, of: number, what: string) => void};

const {policy} = audiences.public;
const plain = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);
const hashOf = (value: unknown) => sha256Of(JSON.stringify(value, plain));

const least = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b));
/** What was tried on a table in all half-years together. */
const together = (read: ReadPublished, reports: readonly TableReport[]): AttackedTable[] => {
  const by = Map.groupBy(reports, ({table}) => table);
  return read.tables.map((published) => {
    const each = by.get(published.table) ?? [];
    const sum = (of: (report: TableReport) => number) => each.reduce((total, report) => total + of(report), 0);
    return {
      ...withheldShare(published),
      judged: sum(({judged}) => judged),
      narrowest: each.map(({narrowest}) => narrowest).reduce(least, null),
      breaches: sum(({breaches}) => breaches),
    };
  });
};

const attackNumbers = async (read: ReadPublished, attack: Attack, {integer, progress}: AttackOptions) => {
  const scenes = scenesOf(read, policy);
  let done = 0;
  const attacked = await Promise.all(
    scenes.map(async (scene) => {
      const found = await attack({...scene, integer});
      progress(++done, scenes.length, "Halbjahre angegriffen");
      return found;
    }),
  );
  return {
    tables: together(
      read,
      attacked.flatMap(({tables}) => tables),
    ),
    breaches: attacked.flatMap(({breaches}) => breaches),
    questions: attacked.reduce((sum, {questions}) => sum + questions, 0),
    dropped: attacked.reduce((sum, {dropped}) => sum + dropped, 0),
    certificate: hashOf(attacked.map(({certificate}) => hashOf(certificate))),
  };
};
/** Plays the intruder on a folder; null if nothing is published in it. */
export const attackFolder = async (files: Files, folder: string, attack: Attack, options: AttackOptions): Promise<AttackReport | null> => {
  const places = await findPublished(files, folder);
  if (isEmpty(places)) return null;
  const read = await readPublished(files, places, (done, of) => options.progress(done, of, "Stellen gelesen"));
  const pages = attackSite(read, places, (done, of) => options.progress(done, of, "Seiten gelesen"));
  return {
    root: places.root,
    read: {tables: read.tables.length, bodies: read.own.length, releases: read.earlier.length, pages: pages.pages, pictures: pages.pictures},
    ...(await attackNumbers(read, attack, options)),
    manifest: read.certificate,
    leaks: [...read.leaks, ...pages.leaks],
  };
};
export const isSafe = ({breaches, leaks}: AttackReport): boolean => breaches.length === 0 && leaks.length === 0;
