/** What the house does by itself. Times are those of the wall clock in {@link timezone}; none falls between 02:00 and 03:00, the hour that a change of clocks takes or doubles. */
export type JobName = "inbox" | "build" | "backup" | "quarantine" | "drill";
export type Job = {
  readonly name: JobName;
  /** minute hour day month weekday */
  readonly cron: string;
  /** What it does, as a user reads it. */
  readonly description: string;
  /** Whether a run that was due while nothing was running is made up for at the next start. */
  readonly catchUp: boolean;
};

export const timezone = "Europe/Berlin";

export const jobs: readonly Job[] = [
  {name: "inbox", cron: "*/5 0-1,3-23 * * *", description: "Posteingang: neue Meldungen annehmen, lesen und prüfen (alle fünf Minuten)", catchUp: true},
  {name: "build", cron: "30 3 * * *", description: "Aufbau: Datenbank, Datenprodukte und Seiten neu erstellen (nachts um 3:30 Uhr)", catchUp: true},
  {
    name: "backup",
    cron: "30 4 * * *",
    description: "Sicherung: Archiv, Eingangsbuch und Zustand sichern und die Sicherung prüfen (nachts um 4:30 Uhr)",
    catchUp: true,
  },
  {
    name: "quarantine",
    cron: "30 5 * * *",
    description: "Quarantäne: zurückgewiesene Dateien nach 14 Tagen löschen (morgens um 5:30 Uhr)",
    catchUp: true,
  },
  {
    name: "drill",
    cron: "30 6 1 * *",
    description: "Übung: die neueste Sicherung zur Probe wiederherstellen und mit dem Veröffentlichten vergleichen (am Ersten des Monats um 6:30 Uhr)",
    catchUp: true,
  },
];

/** @throws Error `unknown job: NAME` */
export const jobOf = (name: string): Job => {
  const found = jobs.find((job) => job.name === name);
  if (found === undefined) throw new Error(`unknown job: ${name}`);
  return found;
};

/** How many backups are kept: the last so many days that have one, and the first one of each of the last so many months. */
export const backupsKept = {daily: 14, monthly: 12} as const;

/** How long the bytes of a file that was refused for personal data wait for the sender's answer. */
export const quarantineDays = 14;
