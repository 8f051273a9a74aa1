import {municipalities} from "../../../schemas/codes/municipalities.ts";
import {asSurname, foldedName} from "../../../schemas/codes/names.ts";
import {nationalities} from "../../../schemas/codes/nationalities.ts";

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean).map(foldedName));

/** Addresses of people: the word after them is a name unless it is a word of the trade. */
export const titles = setOf("Herr Herrn Hr Hrn Frau Fr Fr. Eheleute Ehepaar Familie Fam Frl Fräulein");
/** The same words as they are used of no one in particular: "die Frau", "Familie und Beruf". */
export const impersonal = setOf(
  "der die das eine einer eines einem einen jede jeder pro je keine kein als zur zum vom und oder ob wenn dass alleinstehende alleinerziehende schwangere",
);
/** Roles of single people in a sentence: a known name after them is that person's. */
export const roles = setOf(
  `Fall Fälle Klient Klientin Klienten Mandant Mandantin Mandanten Ratsuchender Ratsuchende Ratsuchenden Kunde Kundin Kunden Antragsteller Antragstellerin Teilnehmer Teilnehmerin Bewohner Bewohnerin
  Schüler Schülerin Mutter Vater Sohn Tochter Bruder Schwester Kind Säugling Ehemann Ehefrau Mann Partner Partnerin Witwe Onkel Tante Oma Opa Neffe Nichte Kollege Kollegin Kollegen
  Sachbearbeiter Sachbearbeiterin Sachbearbeitung Dolmetscher Dolmetscherin Betreuer Betreuerin Vormund Vormundin Arzt Ärztin Anwalt Anwältin Rechtsanwalt Rechtsanwältin RA Vermieter Vermieterin
  Casemanager Casemanagerin Koordinator Koordinatorin Ansprechpartner Ansprechpartnerin Name Vorname Nachname Familienname namens heißt genannt Patient Patientin Geflüchteter Akte Person Geschwister Brüder
  Hausmeister Hausmeisterin Nachbar Nachbarin Azubi Auszubildender Auszubildende Kursleiter Kursleiterin Lehrer Lehrerin Baby Enkel Enkelin Cousin Cousine gez MfG Grüße Gruß`,
);
/** Roles of those who are counted here: an initial after them is enough. */
export const countedRoles = setOf(
  `Klient Klientin Mandant Mandantin Ratsuchender Ratsuchende Antragsteller Antragstellerin Kundin Kunde Patient Patientin Teilnehmerin Teilnehmer Familie`,
);
export const degrees = setOf("Dr Prof med Dipl Doktor Professor Professorin jur phil");
/** Between a first name and a surname. */
export const particles = setOf("von van de der den del della da dos di el al bin ibn ben abu zu zum vom ten ter la le");

/** What is named after somebody, wherever the name stands. */
const institutions =
  /(?:schule|schulen|haus|häuser|heim|stift|stiftung|zentrum|platz|straße|strasse|str\.?|weg|allee|ring|ufer|park|kirche|gemeinde|pfarrei|hospital|krankenhaus|klinik|klinikum|kolleg|gymnasium|kita|garten|kindergarten|verein|verband|preis|medaille|akademie|institut|werk|siedlung|brücke|halle|saal|treff|café|cafe|moschee|programm|projekt|forum|bibliothek|universität|hochschule|plakette|quartier|viertel|hof|gasse|bad|stadion|arena|museum|tag|woche|buchhandlung|apotheke)$/i;
const endings =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|ismus|kurs|kurse|kursen|projekte|büro|stelle|stellen|amt|ämter|rat|räte|dienst|dienste|gruppe|gruppen|team|teams|hilfe|hilfen|arbeit|kreis|kreise|stadt|städte|land|recht|rechte|gesetz|antrag|anträge|plan|pläne|plätze|zeit|zeiten|bereich|verfahren|nachweis|titel|erlaubnis|markt|kasse|fonds|mittel|zahl|zahlen|frage|fragen|termin|termine|gespräch|gespräche|abend|monat|monate|jahr|jahre|phase|modul|baustein|konzept|software|daten|liste|listen|sprache|kenntnisse|person|personen|menschen|eltern|familien|innen|kinder|kindern|frauen|männer|mangel|bedarf|hintergrund|pflicht|angebot|angebote|schutz|träger|partner|netzwerk|leistung|leistungen|halbjahr|quartal|erfahrung|kammer|agentur|center|verwaltung|aufenthalt|status|prüfung|abschluss|maßnahme|maßnahmen|geld|gelder|gang|gänge|zug|bescheid|bescheide|vertrag|verträge|auskunft|karte|schein|ausweis)$/i;
const others = setOf(
  `Beruf Kind Jugend Alter Anspruch Ausbildung Vormittag Nachmittag Uhr Bürgermeister Bürgermeisterin Landrat Landrätin Minister Ministerin Dezernent Dezernentin Amtsleiter Amtsleiterin Sachbearbeiter Sachbearbeiterin
  Richter Richterin Präsident Präsidentin Vorsitzende Vorsitzender Oberbürgermeister Oberbürgermeisterin Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März April Juni Juli September Oktober November Dezember
  Caritas Diakonie AWO DRK Malteser Johanniter Kolping Hilf Frieden Königin Jobcenter BAMF Land Bund Kommune Kommunen Verbleib Zahl Ende Anfang Beginn Kreis Stadt Ort Orte Fälle Fall Stand Seite Blatt Zeile Spalte Zelle
  Frau Frauen Mann Männer Mädchen Junge Jungen Migration Flucht Asyl Duldung Geld Kosten Wohnen Wohnraum Haushalt Einkommen Deutsch Englisch Arabisch Türkisch Ukrainisch Kurdisch Farsi Dari Paschtu Polnisch Rumänisch Russisch Französisch
  Hilfe Schritt Schritte Treffen Teil Teile Gruppe Raum Räume Tür Tisch Runde Runden Kur Essen Nord Süd Ost West Mitte CM KIM ABH EBH VHS GmbH eV EU NRW`,
);
const firstWord = ({name}: {name: string}) => foldedName(name.split(/[\s,(-]/, 1)[0]!);
const towns: ReadonlySet<string> = new Set(municipalities.map(firstWord));
const countries: ReadonlySet<string> = new Set(nationalities.map(firstWord));

const openers = setOf(
  `der die das den dem des ein eine einer eines einem einen kein keine jeder jede jedes alle als am an auf aus bei beim bis da damit dann dass doch durch für gegen hat hier ihr ihre im in ist ja kann laut mal mehr mit nach neben
  nicht noch nun nur ob oder ohne per pro rund schon sehr seit sein seine sich sie sind so statt trotz über um und unser unsere unter viel viele vom von vor wann war was wegen weil wenn wer wie wir wird wo zu zum zur zwar zwei drei
  vier fünf auch aber bitte siehe diese dieser dieses gilt es er man bereits bisher danach daher dort erst etwa fast ganz immer jetzt keiner leider meist neu neue alte gute weitere fünf sechs`,
);

const last = (word: string) => word.slice(word.lastIndexOf("-") + 1);
/** Whether something is named after the person before it: Otto-Hahn-Schule, Haus, Stiftung. */
export const isInstitution = (word: string) => institutions.test(last(word));
export const isTown = (word: string) => towns.has(foldedName(word));
/** Whether a capitalised word is a plain noun of this field, or a place, and no name. */
export const isNoun = (word: string) =>
  isInstitution(word) ||
  others.has(foldedName(word)) ||
  isTown(word) ||
  countries.has(foldedName(word)) ||
  (endings.test(last(word)) && asSurname(word) === null);
/** Words that are written with a capital only because a sentence begins, and endings of adjectives: no first name stands there. */
export const isOpener = (word: string) => openers.has(foldedName(word));
export const opens = (word: string) => isOpener(word) || /(?:[^aeiou]er|ere|ene|ige|iche|ische|[^aeiou]es|[^aeiou]en)$/.test(word);
/** Verbs that say what one person does. */
export const personal =
  setOf(`war ist hat hatte kam kommt braucht wartet sucht findet fand möchte wurde wird wohnt lebt lebte kann konnte will wollte benötigt erhielt erhält bekommt bekam soll muss musste meldet meldete fragt rief spricht lernt arbeitet
  zieht zog verlor erschien stellte stellt beantragt beantragte bittet bat sagt sagte hofft besucht schläft
  klagt klagte droht drohte kündigt kündigte ruht verweigert verweigerte erscheint betreut vertritt verzog verstarb heiratet heiratete entband schuldet leidet flieht floh getrennt abgelehnt angerufen abgewiesen`);

/** What stands in addresses that belong to an office. */
const offices =
  /integr|migr|einwander|zuwander|sozial|amt|stadt|kreis|region|gemeind|landrat|koordin|team|info|kontakt|berat|service|dienst|stelle|post|mail|buero|büro|verwalt|zentr|fach|projekt|manag|casem|bildung|jugend|familie|auslaend|ausländ|abh|ebh|statist|control|haushalt|foerder|förder|vielfalt|willkomm|empfang|zentrale|kommun|leitung|sekret|geschaeft|mein|^(?:kim|ki|kiz|cm|fb|fd|fachbereich|dez|jc|vhs|kisz|nrw|de)$/i;
/** Whether a part of an address or of an account belongs to an office and not to a person. */
export const isOffice = (part: string) => offices.test(part) || isTown(part);
