import {join} from "node:path";
import {z} from "zod";
import {audiences} from "../../../../schemas/disclosure.ts";
import type {AttackOutcome, ProtectionReport} from "../../../../schemas/disclosure/protection.ts";
import type {PublicationBreach} from "../../../attack/publication/attacked.ts";
import type {Publication} from "../../../attack/publication/publication.ts";
import type {DataFolder} from "../../../effects/data-folder.ts";
import type {Files} from "../../../effects/files.ts";
import {openFolder} from "../../../effects/folder.ts";
import {keptState} from "../../../effects/kept-state.ts";
import type {Log} from "../../../effects/log.ts";
import {sealed} from "../../../effects/sealed.ts";
import {sha256Of} from "../../../effects/store.ts";
import type {Attack} from "../../release/attack/attack-folder.ts";
import {findPublished} from "../../release/attack/find-published.ts";
import {type ReadPublished, readPublished} from "../../release/attack/read-published.ts";
import {scenesOf} from "../../release/attack/scenes.ts";
import {attackerHash} from "../builder-hash.ts";
import {Breached} from "./breached.ts";

/** What the attack said of a half-year; `of` is the hash of all it saw and of the attacker, so that what has not changed is not attacked again. */
const keptAttack = z.object({of: z.string(), cells: z.number(), certificate: z.string()});
type Kept = Readonly<z.infer<typeof keptAttack>>;
type Place = {readonly files: Files; readonly folder: DataFolder; readonly log: Log};

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);
const hashOf = (value: unknown) => sha256Of(JSON.stringify(value, plain));
const {policy} = audiences.public;

/** What is about to be published and, as a reader has them too, all releases there were. */
const readNext = async ({files, folder}: Place, products: string): Promise<ReadPublished> => {
  const [next, now] = [await findPublished(files, products), await findPublished(files, folder.root)];
  return readPublished(files, {...next, releases: now.releases});
};

/** Only reads what is about to be published, in all formats, without attacking its numbers. @throws Breached where the files contradict each other or tell more than the plan */
export const insistReadable = async (place: Place, products: string): Promise<AttackOutcome> => {
  const {leaks} = await readNext(place, products);
  if (leaks.length > 0) throw new Breached({breaches: [], leaks});
  return {attackers: policy.attackers, cells: 0, breaches: 0, certificate: ""};
};

const halfYearOf = ({tables}: Publication) => String(tables.find(({rows}) => rows.length > 0)!.rows[0]!["half_year"]);
const keptName = (halfYear: string) => `state/attacked/${halfYear}.json`;
const keptFor = ({folder, log}: Place, halfYear: string): Promise<Kept | null> =>
  keptState({folder: openFolder(folder.root), say: log.say}, keptName(halfYear), keptAttack, halfYear);

/** Attacks one half-year, unless just that was attacked before. The certificate holds exact numbers: it stays where no product and no page is. */
const attackScene = async (place: Place, scene: Publication, attacker: string, attack: Attack): Promise<Kept | readonly PublicationBreach[]> => {
  const halfYear = halfYearOf(scene);
  const of = hashOf([attacker, scene]);
  const before = await keptFor(place, halfYear);
  if (before?.of === of) return before;
  const {breaches, tables, certificate} = await attack(scene);
  if (breaches.length > 0) return breaches;
  const witnesses = JSON.stringify(certificate, plain) ?? "null";
  const kept: Kept = {of, cells: tables.reduce((sum, {judged}) => sum + judged, 0), certificate: sha256Of(witnesses)};
  await place.files.write(join(place.folder.state, "attacked", `${halfYear}.certificate.json`), witnesses, false);
  await place.files.write(join(place.folder.root, keptName(halfYear)), sealed(halfYear, JSON.stringify(kept)), false);
  return kept;
};
const isKept = (found: Kept | readonly PublicationBreach[]): found is Kept => !Array.isArray(found);

/**
 * Attacks what lies in a folder of products, half-year by half-year, reading the files alone; what was attacked before is not attacked again.
 * @throws Breached with every number that somebody could have back
 */
export const certify = async (place: Place, products: string, methods: ProtectionReport["methods"], attack: Attack): Promise<AttackOutcome> => {
  const read = await readNext(place, products);
  const attacker = await attackerHash(place.files);
  const found = await Promise.all(scenesOf({...read, methods}, policy).map((scene) => attackScene(place, scene, attacker, attack)));
  const kept = found.filter(isKept);
  const breaches = found.flatMap((each) => (isKept(each) ? [] : each));
  if (breaches.length + read.leaks.length > 0) throw new Breached({breaches, leaks: read.leaks});
  const cells = kept.reduce((sum, each) => sum + each.cells, 0);
  return {attackers: policy.attackers, cells, breaches: 0, certificate: hashOf(kept.map(({certificate}) => certificate))};
};
