import type {PublicKey} from "../../schemas/layouts/presets.ts";

/** What a page says of itself: the public keys it trusts, the state of the rules, the day it was made (ISO). Nothing of any return. */
export type Facts = {readonly keys: readonly PublicKey[]; readonly engine: string; readonly madeOn: string};
