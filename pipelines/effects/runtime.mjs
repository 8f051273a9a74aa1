/* Says in one sentence what is missing instead of failing on the first modern line. Old syntax on purpose: it must parse on Node 12. */
var major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(
    "KIM-Controlling braucht Node.js 24 oder neuer, gefunden wurde " +
      process.versions.node +
      ". Bitte zuerst „npm ci“ ausführen; auf Linux bringt es Node 24 mit.",
  );
  process.exit(1);
}
