import {execFile} from "node:child_process";
import {cp, mkdir, mkdtemp, open, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";

const run = promisify(execFile);

/** What is wrong with the disk or the folder. */
export type Ill = "voll" | "schreibgeschützt" | "weg" | "eine Datei" | "unterwegs entfernt";
export const ills: readonly Ill[] = ["voll", "schreibgeschützt", "weg", "eine Datei", "unterwegs entfernt"];

/** A disk of our own in memory, with the state on it. */
export type Disk = {
  readonly root: string;
  readonly data: string;
  readonly out: string;
  readonly heal: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** Whether disks can be mounted here; root may, and nobody else. */
export const canMount = async (): Promise<boolean> => {
  const at = await mkdtemp(join(tmpdir(), "kim-disk-try-"));
  return run("mount", ["-t", "tmpfs", "-o", "size=1m", "kim-disk", at])
    .then(() => run("umount", [at]))
    .then(
      () => true,
      () => false,
    )
    .finally(() => rm(at, {recursive: true, force: true}));
};

/** Writes until nothing fits any more, in ever smaller pieces. */
const fill = async (path: string) => {
  const handle = await open(path, "w");
  try {
    for (let size = 1 << 20; size >= 1; size = Math.floor(size / 4))
      while (
        await handle.write(Buffer.alloc(size)).then(
          () => true,
          () => false,
        )
      );
  } finally {
    await handle.close();
  }
};

/** Puts a copy of a state (folders `data` and `out`) on a disk that has this illness; what happens on the way the caller does. */
export const diskWith = async (state: string, ill: Ill): Promise<Disk> => {
  const root = await mkdtemp(join(tmpdir(), "kim-disk-"));
  await run("mount", ["-t", "tmpfs", "-o", "size=2g", "kim-disk", root]);
  await cp(state, root, {recursive: true});
  const [data, out, filler] = [join(root, "data"), join(root, "out"), join(root, "filler")];
  if (ill === "voll") {
    const {stdout} = await run("df", ["--output=used", "-B1", root]);
    const used = Number(stdout.split("\n")[1]);
    await run("mount", ["-o", `remount,size=${used + (1 << 20)}`, root]);
    await fill(filler);
  }
  if (ill === "schreibgeschützt") await run("mount", ["-o", "remount,ro", root]);
  if (ill === "weg" || ill === "eine Datei") await rm(data, {recursive: true});
  if (ill === "eine Datei") await writeFile(data, "Hier sollte ein Ordner sein.\n");
  const heal = async () => {
    await run("mount", ["-o", "remount,rw,size=2g", root]);
    await rm(filler, {force: true});
  };
  const remove = async () => {
    await run("umount", ["-l", root]);
    await rm(root, {recursive: true, force: true});
  };
  await mkdir(out, {recursive: true}).catch(() => undefined);
  return {root, data, out, heal, remove};
};
