import {asGivenName, asSurname} from "../../../schemas/codes/names.ts";
import type {LooseText} from "../../../schemas/flow.ts";
import {aName} from "./kinds.ts";
import {isNoun} from "./words.ts";

/** Headings of columns in which every entry is about one person, with the kind of what stands below. */
const headings: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:(?:nach|vor|familien|geburts|ruf)name(?:n)?|(?:name,? ?vorname|vorname,? ?(?:und |\/ ?)?(?:nach)?name)|name (?:der |des )?(?:klient|kund|ratsuchend|person|teilnehm|antragstell).*|klient(?:in|\*in|:in|\/in)?|ratsuchende\*?r?)$/i,
    aName,
  ],
  [/^(?:geb\.?(?:[ -]?dat(?:um|\.)?)?(?: am)?|geburtsdatum|geburtstag|geboren(?: am)?)$/i, "ein Geburtsdatum"],
  [
    /^(?:azr(?:[- ]?(?:nr\.?|nummer))?|ausländer-?(?:nr\.?|nummer)|akten(?:zeichen|nummer)|az\.?|bg-?nummer|kundennummer|pass-?(?:nr\.?|nummer)|fallnummer)$/i,
    "ein Aktenzeichen oder eine AZR-Nummer",
  ],
  [/^(?:tel\.?|telefon(?:nummer|-?nr\.?)?|handy(?:nummer|-?nr\.?)?|mobil(?:nummer|telefon)?|rufnummer)$/i, "eine Telefonnummer"],
  [/^(?:wohn)?(?:anschrift|adresse)$/i, "eine Anschrift"],
  [/^(?:iban|kontonummer|bankverbindung)$/i, "eine Bankverbindung"],
];
const anyName = /^name$/i;
const likeName = (text: string) => text.split(/[\s,]+/).some((word) => !isNoun(word) && (asGivenName(word) !== null || asSurname(word) !== null));
/** An address or a number has a digit in it, a name a capital; a dash or "keine" says nothing. */
const saysSomething = (text: string, kind: string) => (kind === aName ? /^\p{Lu}\p{L}/u.test(text) : /\d/.test(text));

const columnOf = ({at}: LooseText) => ("cell" in at ? `${at.sheet}!${at.cell.replace(/\d+$/, "")}` : null);
const rowOf = ({at}: LooseText) => ("cell" in at ? Number(/\d+$/.exec(at.cell)?.[0]) : 0);

/** Entries that a heading above them makes personal: nothing but "Tesfaye" below "Nachname". */
export const kindsByHeading = (loose: readonly LooseText[]): ReadonlyMap<LooseText, string> => {
  const heads = loose.flatMap((head) => {
    const kind = headings.find(([pattern]) => pattern.test(head.text))?.[1] ?? (anyName.test(head.text) ? aName : undefined);
    return kind === undefined || columnOf(head) === null ? [] : [{head, kind}];
  });
  if (heads.length === 0) return new Map();
  const columns = Map.groupBy(loose, columnOf);
  return new Map(
    heads.flatMap(({head, kind}) =>
      (columns.get(columnOf(head)) ?? [])
        .filter((entry) => rowOf(entry) > rowOf(head) && saysSomething(entry.text, kind) && (!anyName.test(head.text) || likeName(entry.text)))
        .map((entry) => [entry, kind] as const),
    ),
  );
};
