import {join, resolve} from "node:path";

const folders = ["inbox", "quarantine", "archive", "payload", "products", "site", "desk", "releases", "outbox", "backups", "state", "keys"] as const;

/** Where everything lies that is kept. The house itself holds no data. Of all these a web server may serve `site`, and nothing else. */
export type DataFolder = Readonly<
  Record<(typeof folders)[number] | "root" | "ledger" | "ledgerHead" | "readings" | "publicKeys" | "warehouse" | "waiting", string>
>;

export const dataFolder = (path: string): DataFolder => {
  const root = resolve(path);
  const named = Object.fromEntries(folders.map((name) => [name, join(root, name)])) as Record<(typeof folders)[number], string>;
  return {
    ...named,
    root,
    ledger: join(root, "ledger.ndjson"),
    ledgerHead: join(root, "state", "ledger-head.json"),
    readings: join(root, "state", "readings"),
    publicKeys: join(root, "state", "public-keys"),
    warehouse: join(root, "warehouse.duckdb"),
    waiting: join(root, "state", "inbox-waiting.json"),
  };
};
