import {versions} from "node:process";

if (Number.parseInt(versions.node, 10) < 24) {
  console.error(`KIM-Controlling braucht Node.js 24 oder neuer, hier läuft ${versions.node}. Bitte „npm ci“ und danach „npm test“ aufrufen.`);
  process.exit(1);
}
