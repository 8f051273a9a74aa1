import type {Repair} from "../../../../schemas/flow.ts";
import {decimalText, printDecimal} from "../../../../schemas/units.ts";
import {isNumeric, type Slot} from "../slot.ts";
import type {TableSlots} from "../table-slots.ts";

const listed = 5;
const list = (slots: readonly Slot[], words: (slot: Slot) => string) => `${slots.slice(0, listed).map(words).join("; ")}${slots.length > listed ? " …" : ""}`;
const exact = ({cell, field}: Slot) => printDecimal(cell.value!, field.scale);
/** Numbers of one kind are one repair of their table. */
const together = ({located: {table, grid}}: TableSlots, slots: readonly Slot[], what: string, rest: Pick<Repair, "kind" | "template">): Repair[] => {
  const [first] = slots;
  if (first === undefined) return [];
  const shown = slots.length === 1 ? ` „${first.cell.text}“` : ` in „${table.title}“ (${list(slots, ({cell}) => `${cell.address} „${cell.text}“`)})`;
  const readAs = `${slots.length === 1 ? "Zahl" : "Zahlen"} ${list(slots, exact)}`;
  return [{...rest, at: {sheet: grid.sheet.title, cell: first.cell.address}, found: `${what}${shown}`, readAs, certain: true}];
};

const digits = (text: string) => text.replace(/\D/g, "").replace(/^0+/, "");
/** The digits of a number without zeros that say nothing; separators differ by country and program. */
const essence = (text: string) => {
  const [, whole = "", decimals = ""] = /^(.*?)(?:[.,](\d{1,2}))?\D*$/s.exec(text) ?? [];
  return `${digits(whole)},${decimals.replace(/0+$/, "")}`;
};
/** Whether a format shows another number than the cell holds: rounded, in percent, in thousands. */
const showsAnother = ({cell: {text, value}, field}: Slot) =>
  text !== String(value) && (text.includes("%") || essence(text) !== essence(decimalText(value!, field.scale)));

/** A number whose format shows nothing: what the sender sees is not what counts. */
const unseen = ({grid}: TableSlots["located"], {cell}: Slot): Repair => ({
  kind: "format",
  at: {sheet: grid.sheet.title, cell: cell.address},
  field: cell.field,
  found: "eine Zahl, die ihr Zellformat nicht anzeigt,",
  readAs: "die Zahl in der Zelle",
  template: "sichtbare Zahlen",
  certain: false,
});

/** Numbers typed or pasted as text, or under a format that shows something else. */
export const oddNumbers = (table: TableSlots): Repair[] => {
  const numbers = table.slots.filter(({cell, field}) => cell.state === "number" && cell.part === "input" && isNumeric(field));
  const texts = numbers.filter(({asText}) => asText);
  const others = numbers.filter((slot) => !slot.asText && slot.cell.text !== "" && showsAnother(slot));
  return [
    ...together(table, texts, texts.length === 1 ? "Text" : `${texts.length} Texte`, {kind: "text-number", template: "Zahlen als Zahlen"}),
    ...together(table, others, "Zellformat zeigt", {kind: "format", template: "Zahlen ungerundet"}),
    ...numbers.filter(({cell}) => cell.text === "" && cell.value !== 0n).map((slot) => unseen(table.located, slot)),
  ];
};
