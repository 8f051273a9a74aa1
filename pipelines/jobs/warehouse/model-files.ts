import {sqlFiles} from "../../effects/warehouse.ts";
import type {Model} from "../../model/build.ts";

const folder = (name: string) => sqlFiles(new URL(`../../model/${name}/`, import.meta.url));
/** The SQL of the house as it lies on the disk. */
export const modelFiles = (): Model => ({staging: folder("staging"), marts: folder("marts"), audits: folder("audits")});
