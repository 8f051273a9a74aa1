import {mkdir, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {call} from "../proof/call.ts";

/** Second sheet as text, separated by commas, all texts in quotes. */
const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,2";
const line = /^"([A-Z]+-\d{3})",(?:"[^"]*"|[^,]*),(?:"[^"]*"|[^,]*),(?:"(?:[^"]|"")*"|[^,]*),"?(\d+)"?,/;

/** Rules that the sheet Prüfung calls broken after LibreOffice has computed the files, in one process. Null: LibreOffice is not installed. */
export const recalculated = async (folder: string, files: readonly Uint8Array[]): Promise<readonly ReadonlySet<string>[] | null> => {
  await mkdir(folder, {recursive: true});
  try {
    const paths = files.map((_, i) => join(folder, `${i}.xlsx`));
    await Promise.all(paths.map((path, i) => writeFile(path, files[i]!)));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const {code} = await call("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, ...paths]).catch(() => ({code: -1}));
    if (code !== 0) return null;
    const made = await readdir(folder);
    return await Promise.all(
      paths.map(async (_, i) => {
        const name = made.find((each) => each.startsWith(`${i}-`) && each.endsWith(".csv"));
        const text = name === undefined ? "" : await readFile(join(folder, name), "utf8");
        const lines = text.split("\n").flatMap((each) => {
          const found = line.exec(each);
          return found === null ? [] : [{rule: found[1]!, count: Number(found[2])}];
        });
        if (lines.length === 0) throw new Error(`missing sheet Prüfung: ${i}`);
        return new Set(lines.filter(({count}) => count > 0).map(({rule}) => rule));
      }),
    );
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};
