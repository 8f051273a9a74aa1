/** What to send instead of a file that cannot be read, by what is wrong with it. German, completes "Erwartet: …". */
export const instead = {
  savedAnew: "der Meldebogen KIM, in Excel oder LibreOffice geöffnet und neu als .xlsx gespeichert",
  withoutPassword: "der Meldebogen KIM als .xlsx ohne Kennwort",
  smaller: "der Meldebogen KIM ohne Bilder und Anlagen, neu als .xlsx gespeichert",
  workbook: "der ausgefüllte Meldebogen KIM selbst, als .xlsx gespeichert",
  ours: "der ausgegebene Meldebogen KIM des Halbjahres mit den Angaben darin",
} as const;
export type Instead = (typeof instead)[keyof typeof instead];

/** A file that cannot be read. The message is German and completes "Die Datei ist … und kann nicht gelesen werden". */
export class Refused extends Error {
  readonly expected: Instead;
  constructor(reason: string, expected: Instead) {
    super(reason);
    this.expected = expected;
  }
}

/** @throws Refused always */
export const refuse = (reason: string, expected: Instead = instead.savedAnew): never => {
  throw new Refused(reason, expected);
};
