import type {Sheet} from "../../../schemas/flow.ts";
import {type PresetOwner, type PresetSeal, type PresetValue, presetsText, type SealedPresets, sealRows} from "../../../schemas/layouts/presets.ts";

const valueIn = ({cells}: Sheet, address: string): PresetValue => {
  const cell = cells.get(address);
  if (cell === undefined || "empty" in cell.typed) return null;
  return "number" in cell.typed ? cell.typed.number : "text" in cell.typed ? cell.typed.text : cell.text;
};

const sealOf = (meta: Sheet | undefined): PresetSeal | null => {
  const told = new Map(
    [...(meta?.cells ?? [])].flatMap(([address, {text}]) => (address.startsWith("A") ? [[text, meta!.cells.get(`B${address.slice(1)}`)?.text ?? ""]] : [])),
  );
  const [hash, signature, key] = sealRows.map((name) => told.get(name));
  return hash && signature && key ? {hash, signature, key} : null;
};

/** What the hidden sheets say the Land knew when the form went out, and the signature over it; nobody has looked yet whether it holds. */
export const presetsIn = (sheets: readonly Sheet[], owner: PresetOwner): SealedPresets | null => {
  const sheet = sheets.find(({title}) => title === "_Vorgaben");
  if (sheet === undefined) return null;
  return {text: presetsText(owner, (address) => valueIn(sheet, address)), seal: sealOf(sheets.find(({title}) => title === "_meta"))};
};
