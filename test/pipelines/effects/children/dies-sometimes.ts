import {answering} from "../../../../pipelines/effects/children/answering.ts";

/** A child that dies at some moment, before it is ready or after, with its chance from the process id. */
const moment = (process.pid * 7919) % 400;
if (moment > 60) setTimeout(() => process.kill(process.pid, "SIGKILL"), moment);
answering(() => ({answer: process.pid}));
