import {asGivenName, asSurname} from "../../../schemas/codes/names.ts";
import {aName, personalKinds} from "./kinds.ts";
import {isOffice} from "./words.ts";

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
