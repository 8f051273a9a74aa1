/** A file that cannot be read. The message is German and completes "Die Datei ist … und kann nicht gelesen werden". */
export class Refused extends Error {}

/** @throws Refused always */
export const refuse = (reason: string): never => {
  throw new Refused(reason);
};
