import {errorCode} from "../effects/entries.ts";

/** A file that could not be handled, with a German sentence that completes "PATH: …". The others are handled. */
export type Trouble = {readonly path: string; readonly sentence: string};

const sentences: Readonly<Record<string, string>> = {
  EACCES: "darf nicht gelesen oder bewegt werden. Bitte die Rechte an Datei und Ordner prüfen",
  EPERM: "darf nicht gelesen oder bewegt werden. Bitte die Rechte an Datei und Ordner prüfen",
  EROFS: "liegt auf einem Laufwerk, auf dem nur gelesen werden darf. Bitte die Freigabe zum Schreiben öffnen",
  EIO: "ist wegen eines Fehlers des Laufwerks nicht lesbar. Bitte Laufwerk und Netzverbindung prüfen",
  EBUSY: "ist von einem anderen Programm geöffnet. Bitte dort schließen",
  ENOENT: "war auf einmal nicht mehr da",
  ESTALE: "war auf einmal nicht mehr da. Bitte die Netzverbindung prüfen",
  ENAMETOOLONG: "hat einen zu langen Namen oder Pfad. Bitte kürzer benennen",
  EXDEV: "liegt auf einem anderen Laufwerk als ihr Ordner",
  ELOOP: "ist eine Verknüpfung und nicht die Datei selbst",
  ENOSPC: "konnte nicht beiseitegelegt werden: Das Laufwerk ist voll",
  EMFILE: "konnte nicht geöffnet werden: Zu viele Dateien sind offen",
};

/** What the system said about a file, in German; null for what is no fault of the system. */
export const troubleOf = (path: string, error: unknown): Trouble | null => {
  const code = errorCode(error);
  if (!/^E[A-Z\d]+$/.test(code)) return null;
  return {path, sentence: `${sentences[code] ?? `konnte nicht bearbeitet werden (${code})`}. Sie bleibt liegen.`};
};
/** Does something with one file; a fault of the system stays with that file. */
export const orTrouble = async <T>(path: string, work: () => Promise<T>): Promise<T | {readonly state: "trouble"; readonly trouble: Trouble}> => {
  try {
    return await work();
  } catch (error) {
    const trouble = troubleOf(path, error);
    if (trouble === null) throw error;
    return {state: "trouble", trouble};
  }
};
