import {asGivenName, asSurname} from "../../../schemas/codes/names.ts";
import {aName, personalKinds} from "./kinds.ts";
import {isTown} from "./words.ts";

/** What stands in addresses that belong to an office. */
const offices =
  /integr|migr|einwander|zuwander|sozial|amt|stadt|kreis|region|gemeind|landrat|koordin|team|info|kontakt|berat|service|dienst|stelle|post|mail|buero|büro|verwalt|zentr|fach|projekt|manag|casem|bildung|jugend|familie|auslaend|ausländ|abh|ebh|statist|control|haushalt|foerder|förder|vielfalt|willkomm|empfang|zentrale|kommun|leitung|sekret|geschaeft|mein|^(?:kim|ki|kiz|cm|fb|fd|fachbereich|dez|jc|vhs|kisz|nrw|de)$/i;
const isOffice = (part: string) => offices.test(part) || isTown(part);
const isName = (part: string) => asGivenName(part) === "clear" || asSurname(part) !== null;

/** `m.muster@…`, `petra.muster@…`: somebody's own address, by a known name or because two words that are no office stand there. */
export const looksPersonal = (mailbox: string): boolean => {
  const [local, host] = mailbox.trim().split("@");
  if (host === undefined) return personalKinds(mailbox).includes(aName);
  const parts = local!
    .split(/[._-]+/)
    .map((part) => part.replace(/\d+$/, ""))
    .filter((part) => part !== "");
  if (parts.some(isOffice)) return false;
  return parts.some(isName) || (parts.length === 2 && parts.every((part) => /^\p{L}+$/u.test(part)) && parts[1]!.length > 2);
};
