import {createHash, generateKeyPairSync, sign} from "node:crypto";
import {smallPrefill, smallReturn} from "../../../../fixtures/sample/small-return.ts";
import {fillReturn, type TypedCells} from "../../../../reports/template/fill-template.ts";
import type {Sealer} from "../../../../schemas/layouts/presets.ts";
import type {Prefill} from "../../../../schemas/prefill.ts";

const {privateKey, publicKey} = generateKeyPairSync("ed25519");
/** A key of the test, and the same as a page knows it. */
export const knownKey = {name: "test", spki: publicKey.export({type: "spki", format: "der"}).toString("base64")};
export const sealer: Sealer = (text) => {
  const hash = createHash("sha256").update(text).digest("hex");
  return {hash, signature: sign(null, Buffer.from(hash), privateKey).toString("base64"), key: knownKey.name};
};

const halfYear = "2025-H2";
const prefill = smallPrefill(halfYear);
/** What the Land knew of the small return's body: it closed with 12 and 8 cases, six agreements and 120 open applications. */
const known: Prefill = {
  ...prefill,
  previous: {
    ...prefill.previous,
    halfYear: "2025-H1",
    sites: {E01: "12", E02: "8"},
    naturalisation: {"05170000": "120"},
    gaps: {L001: "7"},
    figures: {V_KOOP_ENDE: "6", V_LG_VOR: "1", V_PB_VOR: "2.00", V_NEU_VOR: "11", V_BER_VOR: "150", V_VZM_CM_VOR: "10.00", V_VZM_B3_VOR: "9.00"},
  },
};
/** The small return in a signed form; cells may be typed over, hidden ones too. */
export const signedReturn = (change: TypedCells = {}, sealed: Sealer | undefined = sealer): Promise<Uint8Array> =>
  fillReturn({body: "05170", halfYear, version: 1, prefill: known, synthetic: true}, smallReturn("05170", halfYear), change, sealed);
