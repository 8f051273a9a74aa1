import {sideBySide} from "../../../../effects/threads/side-by-side.ts";
import type {Attack} from "../attack-folder.ts";

/** The attack by arithmetic, each half-year in a thread of its own: no sum crosses them. */
export const attackBeside = (): Attack => sideBySide(new URL("./attack-thread.ts", import.meta.url));
