import {examine} from "./examine.ts";
import type {Asked, Told} from "./talk.ts";

/** The worker behind the page: bytes in, findings out. It knows no page and no network. */
const worker = globalThis as unknown as {onmessage: (event: {readonly data: Asked}) => void; postMessage: (told: Told) => void};
worker.onmessage = ({data}) => {
  void examine(data).then(worker.postMessage);
};
