/** Limits of one file; the child process that reads it is killed beyond them. */
export const intakeLimits = {
  bytes: 20 * 1024 * 1024,
  entries: 2_000,
  /** All parts of a container, unpacked. */
  inflatedBytes: 200 * 1024 * 1024,
  /** Unpacked to packed; real workbooks stay below 60. */
  ratio: 200,
  memoryBytes: 512 * 1024 * 1024,
  /** Computing time of the child that reads; on a busy machine a good file takes long without computing much. */
  cpuMilliseconds: 10_000,
  /** By the clock, against what hangs without computing. */
  wallMilliseconds: 120_000,
} as const;

/** How often a file that was not read is tried without being asked to. */
export const unreadTries = 3;

/** Formats that are read; everything else is refused with STR-010. */
export const readFormats = ["xlsx", "xlsm", "xls", "ods"] as const;
