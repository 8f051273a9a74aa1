import type {Cell, Repair} from "../../../schemas/flow.ts";
import {readBodyKey, readHalfYear} from "../values/keys.ts";
import type {Identity} from "./identify.ts";

type Answer = {
  readonly field: string;
  readonly noun: string;
  readonly read: (text: string) => string | null;
  readonly used: (identity: Identity) => string | null;
};
/** What a template is issued for; whoever fills in last period's finds other municipalities, stocks and questions prefilled. */
const answers: readonly Answer[] = [
  {field: "melde_key", noun: "Stelle", read: (text) => readBodyKey(text)?.key ?? null, used: ({body}) => body},
  {field: "periode", noun: "Halbjahr", read: (text) => readHalfYear(text)?.key ?? null, used: ({halfYear}) => halfYear},
  {field: "formular_version", noun: "Formularversion", read: (text) => (text === "" ? null : text), used: ({version}) => version || null},
];

const cellOf = (cells: readonly Cell[], field: string) => cells.find((cell) => cell.table === "T01" && cell.field === field);
const disagreement = (identity: Identity, cells: readonly Cell[], {field, noun, read, used}: Answer): Repair[] => {
  const cell = cellOf(cells, field);
  const [shown, taken] = [read(cell?.text ?? ""), used(identity)];
  const issued = identity.issuedFor.flatMap((source) => read(source[field] ?? "") ?? []);
  const other = [...issued, ...(shown === null ? [] : [shown])].find((each) => taken !== null && each !== taken);
  if (other === undefined) return [];
  const onCover = shown === null ? "nicht auf dem Deckblatt" : `${shown} auf dem Deckblatt`;
  const place = cell === undefined ? {file: true as const} : {sheet: cell.sheet, cell: cell.address};
  const found = `${noun} ${onCover}, die Vorlage ist für ${issued.find((each) => each !== shown) ?? other} ausgegeben`;
  return [{kind: "template", at: place, field, found, readAs: `${noun} ${taken}`, template: issued[0] ?? other, certain: false}];
};

/** Whether the file was issued for what its cover says: another half-year's template, another body's, another version. */
export const issuedFor = (identity: Identity, cells: readonly Cell[]): Repair[] =>
  identity.issuedFor.length === 0
    ? [
        {
          kind: "template",
          at: {file: true},
          found: "keine Angabe, wofür die Vorlage ausgegeben ist (Blatt „_meta“)",
          readAs: "Vorlage für die Angaben des Deckblatts",
          template: "Blatt „_meta“",
          certain: true,
        },
      ]
    : answers.flatMap((answer) => disagreement(identity, cells, answer));
