import {type Answer, answerLocked} from "../../effects/warehouse.ts";

/** What the child is asked: names and paths of products, and the query. */
export type Question = {readonly products: readonly (readonly [string, string])[]; readonly sql: string};
/** The answer, or what DuckDB had to say against the query. */
export type Reply = {readonly answer: Answer} | {readonly fault: string};

const reply = async (bytes: Uint8Array): Promise<Reply> => {
  const {products, sql} = JSON.parse(new TextDecoder().decode(bytes)) as Question;
  try {
    return {answer: await answerLocked(new Map(products), sql)};
  } catch (error) {
    return {fault: error instanceof Error ? error.message : String(error)};
  }
};

/** The process in which foreign SQL runs: it knows the paths of products and nothing else of the house. */
process.on("message", async (bytes: Uint8Array) => process.send!(await reply(bytes)));
process.on("disconnect", () => process.exit(0));
process.send!("ready");
