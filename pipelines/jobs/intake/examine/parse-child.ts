import {checkReading} from "../../../check/check-reading.ts";
import {answering} from "../../../effects/children/answering.ts";
import {readWorkbook} from "../../../read/read-workbook.ts";
import type {Examination} from "./examiner.ts";

/** The child process in which untrusted bytes are read: bytes in, reading and findings out. What was only screened stays here. */
answering((bytes: Uint8Array): Examination => {
  const {loose, ...reading} = readWorkbook(bytes);
  return {reading, checked: checkReading({...reading, ...(loose && {loose})})};
});
