import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell, LooseText, Place, Remark, TextCarrier} from "../../../schemas/flow.ts";
import type {Verdicts} from "../compare.ts";
import {atCell, type Fault, placeText} from "../finding.ts";
import {kindsByHeading} from "../privacy/headings.ts";
import {personalKinds} from "../privacy/kinds.ts";
import {looksPersonal} from "../privacy/mailbox.ts";
import type {ReturnView} from "../return-view.ts";

/** The one cell where an address belongs: the office's own mailbox. */
const mailbox = "kontakt_postfach";
/** A site may have an address; it is an office, not a home. */
const exemptIn: Readonly<Record<string, readonly string[]>> = {ort_name: ["eine Anschrift"]};

/** Stands for what must not be repeated. */
export const hidden = "***";

const faultWith = (at: Place, {field, row}: {field: string | null; row: string | null}, kinds: readonly string[]): Fault => ({
  at,
  field,
  row,
  found: hidden,
  expected: "ein Text ohne Personenbezug",
  fill: {art: kinds.join(" und ")},
});

/** What somebody wrote freely: texts, names of rows, what could not be understood, and what stands where nothing is asked. */
const namedFreely = new Set(["T02", "T03", "T09"]);
const isFree = ({part, state, table, field}: Cell) =>
  state === "invalid" ||
  state === "not_asked" ||
  state === "not_applicable" ||
  (part === "key" && namedFreely.has(table)) ||
  (part === "input" && fieldOf(field).kind === "text");
const inCell = (cell: Cell): Fault[] => {
  const kinds = cell.field === mailbox || !isFree(cell) ? [] : personalKinds(cell.text, exemptIn[cell.field]);
  return kinds.length === 0 ? [] : [faultWith(atCell(cell), cell, kinds)];
};

/** Texts found clean before, most of them the form's own, which come with every workbook. Only saves time. */
const clean = new Set<string>();
const mostKept = 20_000;
const kindsOf = (text: string): readonly string[] => {
  if (clean.has(text)) return [];
  const kinds = personalKinds(text);
  if (kinds.length === 0 && clean.size < mostKept) clean.add(text);
  return kinds;
};
/** Where a text stands that is in no cell, and what the sender does about it. */
const carriers: Readonly<Record<TextCarrier, readonly [where: string, advice: string]>> = {
  comment: ["im Kommentar der Zelle", "den Kommentar löschen oder"],
  "text-box": ["in einem Textfeld, einem Bild oder seiner Beschreibung", "das Textfeld oder Bild löschen oder"],
  chart: ["in einem Diagramm", "das Diagramm löschen oder"],
  header: ["in der Kopf- oder Fußzeile", "die Kopf- und Fußzeile leeren oder"],
  "input-help": ["in einer Eingabehilfe (Datenüberprüfung) oder einem Hinweis", "den Hinweis löschen oder"],
  "range-name": ["im Namen eines Bereichs (Formeln › Namens-Manager)", "den Namen löschen oder"],
  properties: ["in den Dateieigenschaften (Datei › Informationen)", "die Eigenschaften leeren oder"],
  pivot: ["in den gemerkten Werten einer Pivot-Tabelle", "die Pivot-Tabelle löschen oder"],
  link: ["in einer Verknüpfung oder ihren gemerkten Werten", "die Verknüpfung löschen oder"],
  table: ["in den Angaben einer Tabelle", "die Tabelle löschen oder"],
  connection: ["in einer Datenverbindung", "die Datenverbindung löschen oder"],
  unused: ["in einem Text, den kein Blatt mehr zeigt", "die Angaben in ein neues Formular übertragen oder"],
  formula: ["in der Formel der Zelle", "die Formel löschen oder"],
  style: ["in einem Zahlenformat, einer Formatvorlage oder einer Schriftart", "das Format löschen oder"],
  container: ["in der Verpackung der Datei (Namen und Bemerkungen ihrer Teile)", "die Angaben in ein neues Formular übertragen oder"],
  binary: ["in den Druckereinstellungen oder den Angaben zu einem Bild", "das Bild löschen, die Angaben in ein neues Formular übertragen oder"],
  part: ["in einem Teil der Datei, den kein Blatt zeigt", "die Angaben in ein neues Formular übertragen oder"],
};
const carriedMessage = ({at, carrier}: LooseText): {message?: string} => {
  if (carrier === undefined) return {};
  const [where, advice] = carriers[carrier];
  const cell = (carrier === "comment" || carrier === "formula") && "cell" in at ? ` ${at.cell}` : "";
  return {
    message: `{ort}: Der Text ${where}${cell} enthält vermutlich {art}. Erwartet: ein Text ohne Personenbezug. Bitte ${advice} ohne Namen, Geburtsdatum, Telefon, E-Mail, Anschrift oder Aktenzeichen formulieren.`,
  };
};
/** The form's own example of a mailbox, which its help shows. */
const exampleMailbox = "kim@kreis-muster.de";
/** Devices, versions and keys of programs look like numbers of people: of fonts, printers and cameras these say nothing. */
const numbered = /Kfz|Telefon|Aktenzeichen|Bank|Konto/;
const outside = (loose: readonly LooseText[]): Fault[] => {
  const headed = kindsByHeading(loose.filter(({carrier}) => carrier === undefined));
  return loose.flatMap((each) => {
    const found = kindsOf(each.carrier === "input-help" ? each.text.replaceAll(exampleMailbox, "") : each.text);
    const kinds = each.carrier === "binary" || each.carrier === "style" ? found.filter((kind) => !numbered.test(kind)) : found;
    const heading = headed.get(each);
    const all = heading === undefined || kinds.includes(heading) ? kinds : [...kinds, heading];
    return all.length === 0 ? [] : [{...faultWith(each.at, {field: null, row: null}, all), ...carriedMessage(each)}];
  });
};

/** A list of clients is no return; it is told once, not cell by cell. */
const inForeign = (loose: readonly LooseText[]): Fault[] => {
  const kinds = [...new Set(outside(loose).flatMap(({fill}) => fill!["art"]!.split(" und ")))];
  if (kinds.length === 0) return [];
  const message = "Die Datei ist nicht der Meldebogen KIM und enthält vermutlich {art}. Erwartet: {erwartet}. Bitte nur den Meldebogen senden.";
  return [{...faultWith({file: true}, {field: null, row: null}, kinds), message}];
};

/** What is embedded cannot be looked into; only its sender can say that nobody is named in it. */
const embedded = (remarks: readonly Remark[]): Fault[] =>
  remarks
    .filter(({kind}) => kind === "embedded-object")
    .map(({at, found, expected}) => ({
      at,
      field: null,
      row: null,
      found,
      expected,
      message:
        "Die Datei enthält ein eingebettetes Objekt ({wert}), das die Prüfung nicht lesen kann. Erwartet: {erwartet}. Bitte das Objekt löschen und die Datei neu senden oder, wenn darin niemand genannt ist, binnen 14 Tagen „kein Personenbezug“ antworten.",
    }));

/** DS-001: personal data in free text, in columns and sheets the form does not know, beside the tables, in titles, and in whatever else of the file holds text; and what nobody can look into. The content is never shown. */
export const personalData = ({reading}: ReturnView): Verdicts => {
  if (reading.form === null) return {faults: inForeign(reading.loose ?? []), gaps: []};
  const remarked = reading.remarks.filter(({kind}) => kind === "unknown-column" || kind === "unknown-sheet").map(({at, found}) => ({at, text: found}));
  const faults = [...reading.cells.flatMap(inCell), ...outside([...(reading.loose ?? []), ...remarked]), ...embedded(reading.remarks)];
  const once = new Map(faults.toReversed().map((fault) => [`${placeText(fault.at)} ${fault.message ?? ""}`.replace(/enthält vermutlich.*/, ""), fault]));
  return {faults: [...once.values()].toReversed(), gaps: []};
};

/** DS-005: the office's mailbox is one that several people read. */
export const personalMailbox = ({reading}: ReturnView): Verdicts => {
  const cells = reading.cells.filter(({field, part, text}) => field === mailbox && part === "input" && text !== "" && looksPersonal(text));
  return {
    faults: cells.map((cell) => ({at: atCell(cell), field: mailbox, row: cell.row, found: hidden, expected: "ein Funktionspostfach wie kim@kreis-muster.de"})),
    gaps: [],
  };
};
