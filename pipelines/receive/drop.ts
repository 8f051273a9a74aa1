/** What lies beside returns and is none: approvals have their own verb, the rest is made by file managers. */
const companions = new Set(["approvals.csv", "thumbs.db", "desktop.ini"]);
/** Whether a file name can be that of a return: no sidecar, no lock or hidden file of an office program, nothing half written. A wrong format is a return too, with a finding. */
export const isReturnFile = (name: string) =>
  !/^(?:\.|~\$)/.test(name) && !/\.(?:json|md|part|tmp|crdownload)$/i.test(name) && !companions.has(name.toLowerCase());

/** The file beside a return that says when it came: `{"received": "2025-07-22T09:14:00+02:00"}`. */
export const sidecarOf = (path: string) => `${path}.eingang.json`;

/** Instant or date as ISO instant; a date alone is the noon of that day, so that no time zone moves it. @throws Error `invalid received: TEXT` */
export const instantOf = (text: string): string => {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00:00Z` : text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(at.getTime())) throw new Error(`invalid received: ${text}`);
  return at.toISOString();
};

/** When a return came in: as told on the command line, else by its sidecar, else now. */
export const receivedAt = (told: string | null, sidecar: string | null, now: Date): string => {
  if (told !== null) return instantOf(told);
  if (sidecar === null) return now.toISOString();
  return instantOf(String(/"received"\s*:\s*"([^"]*)"/.exec(sidecar)?.[1]));
};
