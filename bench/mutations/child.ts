import {countShare, type Share} from "./share.ts";

/** A process that counts shares of the mutants, one message each. */
process.on("message", (share: Share) => {
  void countShare(share).then((counted) => process.send!(counted));
});
