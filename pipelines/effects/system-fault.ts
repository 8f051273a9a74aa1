import {accessSync, constants, existsSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {Refusal} from "./refusal.ts";

/** What the system said no to: the fault as it is worded, and what the user can do. */
type Fault = readonly [what: string, advice: string];

const makeRoom = "Bitte Platz schaffen und den Befehl noch einmal ausführen; was schon festgehalten ist, bleibt gültig.";
const askForRights = "Bitte die Rechte an Datei und Ordner prüfen oder den Befehl als der Benutzer ausführen, dem sie gehören.";
const checkPath = "Bitte den Pfad prüfen; bei einem Netzlaufwerk auch, ob es verbunden ist.";
const tryAgain = "Bitte warten und den Befehl noch einmal ausführen.";
const checkDrive = "Bitte den Datenträger prüfen lassen und den Ordner, wenn nötig, aus einer Sicherung wiederherstellen.";

/** By the system's own name of the fault. */
const faults: Readonly<Record<string, Fault>> = {
  ENOSPC: ["Der Datenträger ist voll", makeRoom],
  EDQUOT: ["Das Kontingent auf dem Datenträger ist erschöpft", makeRoom],
  EFBIG: ["Die Datei ist größer, als hier erlaubt ist", "Bitte die Grenze für Dateigrößen (ulimit -f) oder das Dateisystem prüfen."],
  ERR_FS_FILE_TOO_LARGE: ["Die Datei ist größer als 2 GiB und kann nicht gelesen werden", "Bitte die Datei aus dem Ordner nehmen."],
  EROFS: ["Der Datenträger ist schreibgeschützt", "Bitte den Datenträger beschreibbar einbinden oder mit --data einen anderen Ordner wählen."],
  EACCES: ["Der Zugriff ist nicht erlaubt", askForRights],
  EPERM: ["Das ist nicht erlaubt", askForRights],
  ENOENT: ["Die Datei oder der Ordner ist nicht da", checkPath],
  ENOTDIR: ["Wo ein Ordner erwartet wird, liegt eine Datei", checkPath],
  EISDIR: ["Wo eine Datei erwartet wird, liegt ein Ordner", checkPath],
  EEXIST: ["Dort liegt schon etwas anderes", "Bitte wegräumen, was dort liegt, und den Befehl noch einmal ausführen."],
  ENOTEMPTY: ["Der Ordner ist nicht leer", "Bitte wegräumen, was dort liegt, und den Befehl noch einmal ausführen."],
  ENAMETOOLONG: ["Der Name ist zu lang", "Bitte einen kürzeren Namen wählen."],
  ELOOP: ["Die Verknüpfung führt im Kreis", checkPath],
  EXDEV: ["Der Ordner liegt auf zwei Datenträgern", "Bitte den ganzen Datenordner auf einen Datenträger legen."],
  EMLINK: ["Der Datenträger erlaubt keine weiteren Verknüpfungen", "Bitte einen anderen Datenträger wählen."],
  EBUSY: ["Ein anderer Vorgang benutzt das gerade", tryAgain],
  ETXTBSY: ["Ein anderer Vorgang benutzt das gerade", tryAgain],
  EAGAIN: ["Das System hat gerade nicht genug Mittel dafür", tryAgain],
  EMFILE: ["Zu viele Dateien sind gleichzeitig geöffnet", "Bitte die Grenze (ulimit -n) erhöhen oder andere Programme beenden."],
  ENFILE: ["Zu viele Dateien sind gleichzeitig geöffnet", "Bitte andere Programme beenden und den Befehl noch einmal ausführen."],
  ENOMEM: ["Der Arbeitsspeicher reicht nicht", "Bitte andere Programme beenden und den Befehl noch einmal ausführen."],
  EIO: ["Der Datenträger meldet einen Fehler", checkDrive],
  ESTALE: ["Die Verbindung zum Netzlaufwerk ist abgerissen", checkPath],
  ETIMEDOUT: ["Das Netzlaufwerk antwortet nicht", checkPath],
  ENOTCONN: ["Das Netzlaufwerk ist nicht verbunden", checkPath],
  ENODEV: ["Der Datenträger ist nicht da", checkPath],
  EINVAL: ["Der Name oder die Angabe ist hier nicht möglich", checkPath],
  ERR_INVALID_ARG_VALUE: ["Der Name oder die Angabe ist hier nicht möglich", checkPath],
};

/** DuckDB knows the system's faults by their English words only. */
const words: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|disk full|failed to offload data block|max_temp_directory_size/i, "ENOSPC"],
  [/Permission denied/i, "EACCES"],
  [/Read-only file system/i, "EROFS"],
  [/File too large/i, "EFBIG"],
  [/Disk quota exceeded/i, "EDQUOT"],
  [/Could not set lock on file|Device or resource busy/i, "EBUSY"],
  [/Is a directory/i, "EISDIR"],
  [/Not a directory/i, "ENOTDIR"],
  [/No such file or directory|No files found/i, "ENOENT"],
  [/Too many open files/i, "EMFILE"],
  [/Input\/output error/i, "EIO"],
  [/^Out of Memory Error|could not allocate|Cannot allocate memory/i, "ENOMEM"],
];
const isOfDatabase = (message: string) => /^(?:IO|Out of Memory|Permission|FATAL|TransactionContext) Error: /.test(message);
/** DuckDB puts the path in quotes. */
const quoted = (message: string) => /(?:file|directory) "([^"]+)"/i.exec(message)?.[1] ?? null;

/** Node says of a folder it cannot make on a write-protected disk that it is not there; what stands in the way is the nearest folder that is. */
const behind = (error: Error & {code: string}): string => {
  const {syscall, path} = error as {syscall?: unknown; path?: unknown};
  if (error.code !== "ENOENT" || syscall !== "mkdir" || typeof path !== "string") return error.code;
  let nearest = resolve(path);
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK);
    return error.code;
  } catch (reason) {
    return reason instanceof Error && "code" in reason ? String(reason.code) : error.code;
  }
};
const hasCode = (error: Error): error is Error & {code: string} => "code" in error && typeof error.code === "string";
const codeOf = (error: Error): string | null => {
  if (hasCode(error) && error.code in faults) return behind(error);
  return isOfDatabase(error.message) ? (words.find(([pattern]) => pattern.test(error.message))?.[1] ?? null) : null;
};
const pathOf = (error: Error): string | null => {
  const {path, dest} = error as {path?: unknown; dest?: unknown};
  if (typeof path !== "string") return quoted(error.message);
  // A link or rename is refused for the place it goes to.
  return typeof dest === "string" ? dest : path;
};

/** What a fault of the system means and what to do about it, in German and without a path; null for every other error. */
export const faultWords = (error: unknown): string | null => {
  if (!(error instanceof Error)) return null;
  const code = codeOf(error);
  const fault = code === null ? undefined : faults[code];
  if (fault !== undefined) return `${fault[0]} (${code}). ${fault[1]}`;
  return hasCode(error) && /^E[A-Z\d]+$/.test(error.code) ? `Das System meldet ${error.code}. ${checkDrive}` : null;
};

/** What a fault of the system or of the database means, in German with path and advice; null for every other error. `place`: where we were at work, for faults that name no path. */
export const systemFault = (error: unknown, place: string): string | null => {
  if (!(error instanceof Error)) return null;
  const code = codeOf(error);
  const fault = code === null ? undefined : faults[code];
  if (fault === undefined) return error.cause === undefined ? null : systemFault(error.cause, place);
  const [what, advice] = fault;
  return `${pathOf(error) ?? place}: ${what} (${code}). ${advice}`;
};

/** What is said to a user of any error: a refusal as it is, a fault of the system in German, and our own mistakes loudly. */
export const faultText = (error: unknown, place: string): string => {
  if (error instanceof Refusal) return error.message;
  return systemFault(error, place) ?? `Abgebrochen durch einen Fehler des Programms: ${error instanceof Error ? error.message : String(error)}`;
};

/** Writing through an open file names no path; this names it. */
export const naming =
  (path: string) =>
  (error: unknown): never => {
    if (error instanceof Error && "code" in error && !("path" in error)) Object.assign(error, {path});
    throw error;
  };
