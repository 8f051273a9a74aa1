import {openPool} from "../../../../pipelines/effects/children/pool.ts";

/** A parent whose two children are busy for ever; it prints their process ids. */
const mb = 1024 * 1024;
const limits = {size: 2, cpuMilliseconds: 60_000, wallMilliseconds: 60_000, memoryBytes: 512 * mb, heapBytes: 256 * mb};
const isPid = (value: unknown): value is {answer: number} => typeof value === "object" && value !== null;
const pool = openPool<Uint8Array, {answer: number}>(new URL("./odd-parser.ts", import.meta.url), limits, isPid);
const first = await Promise.all([pool.run(new Uint8Array([0])), pool.run(new Uint8Array([0]))]);
console.log(first.flatMap((each) => ("done" in each ? [each.done.answer] : [])).join(" "));
await Promise.all([pool.run(new Uint8Array([1])), pool.run(new Uint8Array([1]))]);
