/** How a verb is called here, in a data folder that holds a built state, one return more in the ledger and one in the inbox. `{data}`, `{out}`, `{file}`: the data folder, a folder for outputs on the same disk, a return. */
export type Example = {
  readonly args: readonly string[];
  /** It cannot be done without writing: on a full or write-protected disk it must refuse. */
  readonly writes: boolean;
  /** It runs until it is told to stop. */
  readonly endless?: true;
};
const reading = (...args: string[]): Example => ({args, writes: false});
const writing = (...args: string[]): Example => ({args, writes: true});

/** One example for each verb by its name in the table of verbs. A verb without one makes the measure fail. */
export const examples: Readonly<Record<string, Example>> = {
  run: writing(),
  "sample [ordner]": writing("{out}/beispiel"),
  template: writing("--body", "05334", "--half-year", "2025-H2", "--out", "{out}/bogen.xlsx"),
  "approvals import <datei>": writing("{out}/approvals.csv"),
  "ingest [datei-oder-ordner...]": writing(),
  "check <datei...>": reading("{file}"),
  quarantine: reading(),
  "quarantine answer <datei...>": reading("000000000000", "--all"),
  "quarantine retry [pruefsumme]": reading(),
  "quarantine discard <pruefsumme>": reading("000000000000"),
  "quarantine empty": reading(),
  "annotate <datei>": writing("{file}", "--out", "{out}/markiert.xlsx"),
  "fix <datei>": writing("{file}", "--out", "{out}/berichtigt.xlsx"),
  "offline-check": writing("--out", "{out}/pruefseite.html"),
  "waive <stelle> <halbjahr> <regel> [zeile]": writing("05334", "2025-H1", "SUM-001", "--reason", "Geprüft."),
  "explain <stelle> <halbjahr> <regel> [zeile]": writing("05334", "2025-H1", "TYP-006", "--text", "Geprüft."),
  rules: reading(),
  "rules show <regel>": reading("SUM-001"),
  "rules prove [regel...]": reading("SUM-001"),
  "rules calibrate": reading("--draws", "10"),
  "rules replay": reading("--rules", "{out}/kandidat.json"),
  "ledger verify": reading(),
  build: writing(),
  "setaside list": reading(),
  "setaside accept <pruefsumme>": reading("000000000000"),
  "setaside lift <pruefsumme>": reading("000000000000"),
  site: reading(),
  "attack [ordner]": reading(),
  rebuild: reading("--verify"),
  "lineage <produkt> [angabe...]": reading("caseload", "half_year=2025-H1", "body=05334", "figure=cm_neu"),
  "lineage verify": reading(),
  "query <sql>": reading("select count(*) from caseload"),
  schedule: {args: [], writes: true, endless: true},
  jobs: reading(),
  "jobs run <name>": writing("build"),
  backup: writing(),
  "backup verify": reading(),
  "backup verify [name]": reading(),
  "restore <von>": writing("{data}/backups"),
  /** Its measures work in folders of their own; that it refuses what there is not is all it can show here. */
  "bench [name...]": reading("gibt-es-nicht"),
};
