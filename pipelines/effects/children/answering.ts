import {writeSync} from "node:fs";
import {deserialize, serialize} from "node:v8";

/** Messages between parent and child: four bytes of length, then the value as V8 writes it. Not Node's own channel: garbage there ends the parent. */
const header = 4;
/** No answer of ours comes near it; a child that claims more has lost its mind. */
const longest = 512 * 1024 * 1024;
/** Where the child writes: its output and error stream belong to nobody, so that no library can speak in between. */
const answers = 3;

export const framed = (value: unknown): Buffer => {
  const body = serialize(value);
  const head = Buffer.alloc(header);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
};

/** Puts chunks together to messages. @throws Error for what is none */
export const unframed = (received: (value: unknown) => void): ((chunk: Buffer) => void) => {
  let chunks: Buffer[] = [];
  let length = 0;
  const take = () => {
    if (length < header) return false;
    if ((chunks[0]?.length ?? 0) < header) chunks = [Buffer.concat(chunks)];
    const size = chunks[0]?.readUInt32BE(0) ?? 0;
    if (size > longest) throw new Error(`invalid message length: ${size}`);
    if (length < header + size) return false;
    const all = Buffer.concat(chunks);
    const rest = all.subarray(header + size);
    chunks = rest.length === 0 ? [] : [rest];
    length = rest.length;
    received(deserialize(all.subarray(header, header + size)));
    return true;
  };
  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    while (take());
  };
};

const send = (value: unknown) => {
  const bytes = framed(value);
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(answers, bytes, sent);
};

/** The side of the child: says that it is ready, then answers each question. It ends when its parent closes the line or is gone. */
export const answering = <Q, A>(answer: (question: Q) => A | Promise<A>): void => {
  // Not exit(): it would wait for what native threads are still doing.
  process.stdin.on("end", () => process.kill(process.pid, "SIGKILL"));
  const ask = unframed(async (question) => send({answer: await answer(question as Q)}));
  process.stdin.on("data", ask);
  send("ready");
};
