import type {Policy} from "../../../schemas/disclosure.ts";
import type {Method} from "../../../schemas/disclosure/cluster.ts";
import type {PublishedTable} from "./published-table.ts";

/** The method each measure really got, by its name; the manifest says so. What is not here has the method of the plan. */
export type Methods = Readonly<Record<string, Method>>;
/** The tables a body sees in its own folder: its own rows exactly. */
export type OwnTables = {readonly body: string; readonly tables: readonly PublishedTable[]};
/** What was published before. */
export type EarlierRelease = {readonly release: string; readonly tables: readonly PublishedTable[]; readonly methods: Methods};

/** Everything that lies in the folders and that somebody could read. */
export type Publication = {
  readonly tables: readonly PublishedTable[];
  readonly methods: Methods;
  readonly own: readonly OwnTables[];
  readonly earlier: readonly EarlierRelease[];
  readonly policy: Policy;
  /** Half-years to attack; all if not said. */
  readonly only?: readonly string[];
  /** Asks for whole numbers where moves find nothing: sharper, and far slower. */
  readonly integer?: boolean;
};
