import {hasPhone} from "./phones.ts";
import {isOffice} from "./words.ts";

/** The shapes a kind of personal data takes; `unless` looks at the match and what stands before it. A kind with rules of its own is `seen`. */
type Shapes = {readonly shapes: readonly RegExp[]; readonly unless?: (match: string, before: string) => boolean};
type Pattern = {readonly kind: string} & (Shapes | {readonly seen: (text: string) => boolean});

const surname = "\\p{Lu}[\\p{L}'’-]+";
const day = "\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|\\p{Lu}\\p{Ll}+)\\s?";
/** Years in which somebody who is counted here can be born, but hardly anything of the programme can have happened. */
const lifetime = "(?:19[2-9]\\d|200\\d)";
const born = "(?:DOB|Geburtsjahr|geb(?:oren|urtstag)?\\.?|Geburtsdatum|Geb\\.?-?\\s?(?:Datum|Dat\\.)|GebDat|Jg\\.|\\*)";
/** Somebody whose age stands beside: "Sohn, 14.02.2016". */
const relative =
  "(?:Zwillinge|Enkel(?:in)?|Nichte|Neffe|Mann|Frau|Person|Antragsteller(?:in)?|Bewohner(?:in)?|Kind|Sohn|Tochter|Baby|Säugling|Bruder|Schwester|Ehemann|Ehefrau|Klient(?:in)?|Ratsuchende[r]?|Mutter|Vater)";
const event = /(?:vom|seit|ab|zum|bis|am|Stand|Gesetz|Erlass|Beschluss|Fassung|Richtlinie|Vertrag|gegründet|von|Satzung)[\s:(]*$/iu;

/** A dot in an address, also spelled out against machines. */
const dot = "(?:\\.|\\s?[([{](?:dot|punkt|\\.)[)\\]}]\\s?|\\s(?:dot|DOT|punkt|PUNKT)\\s)";
/** Papers of an authority have numbers too; they are nobody's. */
const decision =
  /(?:erlass\p{L}*|beschl\p{L}*|bewilligung\p{L}*|zuwendung\p{L}*|richtlinie\p{L}*|verfügung|urteil|ministeri\p{L}*|bezirksregierung|förder\p{L}*)[^.;]{0,30}$/iu;
const papers =
  "(?:Reise[Pp]ass|[Pp]ass|Personalausweis|[Aa]usweis|Ausweis[Dd]okument|Aufenthalts(?:gestattung|titel|karte|erlaubnis)|Duldung|Fiktionsbescheinigung|Führerschein|Versicherten(?:karte|nummer)|Krankenversicherten(?:nummer|-?Nr\\.?))";
const office =
  /(?:büro|stelle|standort|rathaus|verwaltung|gebäude|treff|treffpunkt|zentrum|nebenstelle|dependance|dienststelle|haltestelle|kita|schule|amt|sprechstunde)\s+(?:(?:in|an|am)\s+(?:der|dem)?\s*)?$/iu;
/** After "Am Markt 3" these say that it was no house number. */
const counted = "(?!\\s*(?:Personen|Fälle|Plätze|Uhr|Termine|Frauen|Männer|Kinder|Prozent|%|Euro|€|Stellen|von|bis|und|\\.\\d|,\\d|\\d))";

/** Letters before the hyphen of number plates: all of this Land and the larger ones elsewhere. */
const districts =
  `AC MON JÜL DN GK HS ERK SLE BM BN SU GL GM K LEV D ME MG NE GV KR VIE KK KLE GEL WES MO DIN DU E OB MH BOT GE GLA RE CAS HER WAN BO HA EN WIT DO UN LÜN HAM SO LP HSK BRI ARN MK LS LÜD OE SI BLB HX WAR PB BÜR LIP LE BI HF MI LK GT WD
  MS ST TE BF COE LH BOR AH BOH WAF BE B HH HB S M N A KA MA HD FR UL F OF DA WI MZ KL TR KO SB H BS GÖ OS OL EL NOH EMD WHV CLP VEC HM HI NI DH CE LG HL KI FL NMS EF J G L DD C Z HAL MD P FF CB HRO HGW SN KS FD MR GI AK WW MYK AW BIT`
    .split(/\s+/)
    .join("|");

/** What must not stand in a free text beside names. Budget codes, laws, places and programmes do not match. */
export const patterns: readonly Pattern[] = [
  {
    kind: "ein Geburtsdatum",
    shapes: [
      new RegExp(`(?<![\\p{L}])${born}\\s*(?:am|in)?\\s*:?\\s*${day}(?:19|20)\\d{2}`, "giu"),
      new RegExp(
        `(?<![\\p{L}])${born}\\s*(?:am)?\\s*:?\\s*(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?(?:\\d{4}|\\d{2})\\b|(?:19|20)\\d{2}\\b)`,
        "giu",
      ),
      new RegExp(`(?<![\\p{L}])${born}\\s*(?:im\\s)?\\p{Lu}\\p{Ll}+\\s(?:19|20)\\d{2}`, "gu"),
      new RegExp(`(?<!\\d)${lifetime}\\sgeboren`, "gu"),
      /(?<!\p{L}|(?:ab|im|der|vom|des)\s)(?:Jahrgang|Jg\.):?\s(?:19[3-9]\d|200\d)(?!\s(?:der|des|an|im|bis|und)\b|\d|[-/])/gu,
      new RegExp(`(?<![\\p{L}])${relative}[\\s,:(]{1,3}(?:${day}(?:(?:19|20)\\d{2}|\\d{2})(?!\\d)|\\d{4}-\\d{2}-\\d{2})`, "gu"),
      new RegExp(`(?:\\(|^|[,;]\\s?|${surname},?\\s*\\(?)${day}${lifetime}(?!\\d)`, "gu"),
      new RegExp(`(?<!\\d)${lifetime}-(?:0\\d|1[0-2])-(?:[0-2]\\d|3[01])(?!\\d)`, "gu"),
    ],
    unless: (match, before) =>
      event.test(before) || /^(?:Vom|Seit|Ab|Zum|Bis|Am|Stand|Gesetz|Erlass|Beschluss|Fassung|Richtlinie|Satzung|Vertrag)\b/u.test(match),
  },
  {
    kind: "eine E-Mail-Adresse",
    shapes: [
      new RegExp(`[\\p{L}\\d._%+-]+\\s?(?:@|\\(at\\)|\\[at\\]|\\{at\\}|\\(ät\\))\\s?[\\p{L}\\d-]+(?:${dot}[\\p{L}\\d-]+)*${dot}\\p{L}{2,}`, "giu"),
      // Spelled out: "petra.muster at post dot de"; a sentence in English has no such word before it.
      new RegExp(`(?<![\\p{L}\\d])[a-z\\d]+(?:[._-][a-z\\d]+|\\d+)\\s(?:at|AT|ät|ÄT)\\s[\\p{L}\\d-]+(?:${dot}[\\p{L}\\d-]+)*${dot}\\p{L}{2,}`, "gu"),
    ],
  },
  {kind: "eine Telefonnummer", seen: hasPhone},
  {
    kind: "ein Aktenzeichen oder eine AZR-Nummer",
    shapes: [
      /(?<!\p{L})AZR(?:-?\s?(?:Nr\.?|Nummer))?\s*(?:ist|lautet)?\s*:?\s*\d[\d\s/.-]{6,}/giu,
      /(?<!\p{L})(?:Az\.?|AZ|Aktenzeichen|Gz\.?|GZ|Geschäftszeichen|Akten?[-\s]?(?:Nr\.?|Nummer)|Fall-?(?:Nr\.?|nummer)|Vorgangs-?(?:Nr\.?|nummer)|Kunden-?(?:Nr\.?|nummer)|Kd\.?-?Nr\.?|Ausländer-?(?:Nr\.?|nummer)|(?:Reise)?[Pp]ass-?\s?(?:Nr\.?|nummer)|Ausweis-?\s?(?:Nr\.?|nummer)|BG-?(?:Nr\.?|Nummer)|Versicherten-?(?:Nr\.?|nummer)|(?:Sozialversicherungs|SV|Renten(?:versicherungs)?)-?(?:Nr\.?|nummer)|Steuer-?ID|Aufenthaltstitel(?:-?\s?(?:Nr\.?|nummer)))\s*(?:ist|lautet)?\s*:?\s*(?=[\p{L}\d./-]*\d)[\p{L}\d][\p{L}\d./-]{3,}/gu,
      new RegExp(`(?<!\\p{L})${papers}(?:-?\\s?(?:Nr\\.?|[Nn]ummer))?:?\\s(?=[A-Z]*\\d)[A-Z]{1,2}[A-Z\\d]{6,9}(?![\\p{L}\\d])`, "gu"),
      /(?<!\p{L})(?:Steuer-?(?:ID|Id|Identifikationsnummer|IdNr\.?|nummer|Nr\.?)|IdNr\.?|(?:Sozial|Renten|Kranken)?[Vv]ersicherungs-?(?:nummer|Nr\.?)|(?:SV|RV|KV)-?(?:Nummer|Nr\.?)|Ausländerzentralregister|Asyl(?:verfahren|akte)|Bedarfsgemeinschaft|Fallakte|Vorgang(?:\s?-?Nr\.?)|BG)\s*(?:ist|lautet)?\s*:?\s*(?:[A-Z]?\d[A-Z\d/ -]{4,}\d)/gu,
      /(?<!\p{L})(?:Visum(?:s?nummer|-?\s?Nr\.?)?|Kindergeld-?(?:nummer|Nr\.?)|KG-Nr\.?|St\.?-?\s?Nr\.?|Ausl\.?-?Nr\.?|D-Nummer|Führerschein(?:-?\s?Nr\.?)?|Zulassungs(?:nummer|-?Nr\.?))\s?:?\s(?=[A-Z]*\d)[A-Z\d][A-Z\d/]{4,}(?![\p{L}\d])/gu,
      /(?<!\p{L})(?:Fall|Akte|Fallakte)\s(?:\d{4}-\d{3,}|\d{3,}\/\d{2,4})(?![\d,.])/gu,
      /(?<![\p{L}\d])[A-Z]\d{8,9}(?![\p{L}\d])/gu,
      /(?<![\d.,])(?!\d*0{6})\d{12}(?![\d+])/gu,
      /(?<![\d.,])\d{3}([ -])\d{3}\1\d{3}\1\d{3}(?![\d.,])/gu,
      /(?<![\d.,])\d{6}[ /-]\d{6}(?![\d.,])/gu,
      /(?<!\d)\d{7}\s?-\s?\d{3}(?!\d)/gu,
      /(?<!\d)\d{5}\s?BG\s?\d{7}(?!\d)/gu,
      /(?<![\p{L}\d])\d{3}[A-Z]\d{6}(?![\p{L}\d])/gu,
      /(?<![\p{L}\d])\d{2}\s?[0-3]\d[01]\d{3}\s?[A-Z]\s?\d{3}(?![\p{L}\d])/gu,
    ],
    unless: (match, before) => /^(?:Az|AZ|Aktenz|Gz|GZ|Geschäftsz|Vorgang)/u.test(match) && decision.test(before),
  },
  {
    kind: "eine Bankverbindung",
    shapes: [
      /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,4})?(?![\p{L}\d])/gu,
      /(?<![\p{L}\d])DE[\s-]?\d{2}(?:[\s-]?\d{4}){4}[\s-]?\d{2}(?!\d)/gu,
      /(?<!\p{L})(?:Kto|Bankkonto)\.?\s?:?\s*\d{7,10}(?!\d)/giu,
      /(?<!\p{L})(?:Kto\.-?\s?Nr|Kontonr|Kontonummer|Konto-?Nr)\.?(?:\s?-?(?:Nr\.?|Nummer))?\s?:?\s*\d{5,10}(?!\d)/giu,
      /(?<!\p{L})(?:BLZ|Bankleitzahl):?\s*\d{3}\s?\d{3}\s?\d{2}(?!\d)/gu,
    ],
  },
  {
    kind: "ein Kfz-Kennzeichen",
    shapes: [
      new RegExp(`(?<![\\p{L}\\d-])(?:${districts})\\s?[-–]\\s?[A-Z]{1,2}\\s?[1-9]\\d{0,3}[EH]?(?![\\p{L}\\d-]|[.,]\\d)`, "gu"),
      /(?<!\p{L})(?:Kennzeichen|Kfz|KFZ|PKW|Pkw|LKW|Auto|Wagen|Fahrzeug|Motorrad|Roller)\s?:?\s(?:mit\s)?[A-ZÄÖÜ]{1,3}\s?[-–]?\s?[A-Z]{1,2}\s?[1-9]\d{0,3}[EH]?(?![\p{L}\d-])/gu,
    ],
  },
  {
    kind: "ein Konto in sozialen Medien",
    shapes: [
      /(?:wa\.me|t\.me|(?:facebook|fb|instagram|tiktok|linkedin|twitter|snapchat|x)\.com)\/(?:in\/|profile\.php\?id=|add\/)?@?\+?[\w.-]{3,}/giu,
      /(?<!\p{L})(?:Insta(?:gram)?|TikTok|Telegram|Facebook|Snapchat|Twitter|Signal|Discord|X)(?:[-\s]?(?:Profil|Konto|Account|Name|Kanal))?\s?:?\s?@[\w.]{3,}/giu,
      /(?<!\p{L})(?:Insta(?:gram)?|TikTok|Telegram|Facebook|Snapchat|Twitter|Skype)[-\s]?(?:Profil|Konto|Account|Name)\s?:?\s(?=[a-z\d._]*[\d._])[a-z][a-z\d._]{3,}/gu,
    ],
    unless: (match) =>
      match
        .split(/[/\s@._-]+/)
        .slice(1)
        .some((part) => part.length > 2 && !/^(?:com|me|www)$/i.test(part) && isOffice(part.replace(/\d+$/, ""))),
  },
  {
    kind: "eine Anschrift",
    shapes: [
      /(?<!\p{L})\p{Lu}[\p{L}.-]*(?:straße\s|strasse\s|str\.|allee\s|gasse\s|chaussee\s)\s*\d{1,3}(?!\d)\s?[a-z]?(?!\p{L})/gu,
      /(?<!\p{L})(?:\p{Lu}[\p{L}.-]*\s)(?:Straße|Strasse|Str\.|Allee|Gasse|Weg|Platz|Ring)\s+\d{1,3}(?!\d)\s?[a-z]?(?!\p{L})/gu,
      /(?<!\p{L})\p{Lu}[\p{L}.-]*(?:weg|platz|ring|damm|ufer|wall|markt|kamp|hof|berg|stieg)\s+\d{1,3}\s?[a-z]?,?\s+(?:in\s)?\d{5}(?!\d)/gu,
      new RegExp(
        `(?:wohn\\p{L}*:?|gemeldet:?|lebt|zieht|zog|gezogen|Wohnung|Adresse:?|Adr\\.:?|Anschrift:?|Straße:)\\s(?:\\p{L}+\\s){0,3}?(?:in|an|am|im|auf|unter|zum|zur)?\\s?(?:de[rmn]\\s)?\\p{Lu}[\\p{L}.-]+(?:\\s\\p{Lu}[\\p{L}-]+)?\\s\\d{1,3}\\s?[a-z]?(?![\\p{L}\\d])${counted}`,
        "gu",
      ),
      /(?<!\p{L})(?:Am|An der|Auf dem|Auf der|Im|In der|Zum|Zur|Hinter der|Unter den)\s\p{Lu}[\p{L}-]+\s\d{1,3}\s?[a-z]?,\s?(?:\d{5}\s)?\p{Lu}/gu,
      /(?<!\d)\d{5}\s\p{Lu}[\p{L}-]+,?\s+\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+)?\s\d{1,3}\s?[a-z]?(?![\p{L}\d])/gu,
      /,\s\p{Lu}[\p{L}-]+(?:weg|gasse|allee|stieg|damm|kamp|ufer|wall)\s\d{1,3}\s?[a-z]?\s*$/gu,
      /wohnhaft\s+(?:in|am|an)\s+[^,;.]*\d/gu,
    ],
    unless: (_, before) => office.test(before),
  },
];

const fits = (text: string, {shapes, unless}: Shapes) =>
  shapes.some((shape) => [...text.matchAll(shape)].some((match) => unless?.(match[0], text.slice(0, match.index)) !== true));
const holds = (text: string, pattern: Pattern) => ("seen" in pattern ? pattern.seen(text) : fits(text, pattern));

/** Most texts hold nothing that could start a pattern. */
const suspicious = /[@\d]|\([aä]t\)|[[{]at[\]}]|\.(?:com|me)\/|\s(?:at|ät)\s|(?:profil|konto|account)\b/i;

/** Kinds of personal data other than names that a text seems to hold. */
export const patternsIn = (text: string): string[] => (suspicious.test(text) ? patterns.filter((pattern) => holds(text, pattern)).map(({kind}) => kind) : []);
