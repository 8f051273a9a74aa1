/** Aborted by the first SIGTERM or SIGINT; a second one ends the process as usual. */
export const stopSignal = (source: Pick<NodeJS.Process, "once"> = process): AbortSignal => {
  const controller = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) source.once(name, () => controller.abort());
  return controller.signal;
};
