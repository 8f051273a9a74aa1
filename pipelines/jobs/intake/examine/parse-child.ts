import {checkReading} from "../../../check/check-reading.ts";
import {readWorkbook} from "../../../read/read-workbook.ts";

/** The child process in which untrusted bytes are read: bytes in, reading and findings out. What was only screened stays here. */
process.on("message", (bytes: Uint8Array) => {
  const {loose, ...reading} = readWorkbook(bytes);
  process.send!({reading, checked: checkReading({...reading, ...(loose && {loose})})});
});
// Nothing keeps the child once its parent is gone.
process.on("disconnect", () => process.exit(0));
process.send!("ready");
