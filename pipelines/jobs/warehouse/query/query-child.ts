import {answering} from "../../../effects/children/answering.ts";
import {type Answer, answerLocked, type NotAsked} from "../../../effects/warehouse.ts";

/** What the child is asked: names and paths of products, the query, and where DuckDB may put what does not fit into memory. */
export type Question = {readonly products: readonly (readonly [string, string])[]; readonly sql: string; readonly spill: string};
/** The answer, why there is none, or what DuckDB had to say against the query. */
export type Reply = {readonly answer: Answer} | {readonly notAsked: NotAsked} | {readonly fault: string};

/** The process in which foreign SQL runs: it knows the paths of products and nothing else of the house. */
answering(async ({products, sql, spill}: Question): Promise<Reply> => {
  try {
    const answer = await answerLocked(new Map(products), sql, spill);
    return typeof answer === "string" ? {notAsked: answer} : {answer};
  } catch (error) {
    return {fault: error instanceof Error ? error.message : String(error)};
  }
});
