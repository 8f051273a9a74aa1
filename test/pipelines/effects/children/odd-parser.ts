/** A child that does what its first byte says: answer, hang, grow, crash. */
const grow = () => {
  const kept: Uint8Array[] = [];
  setInterval(() => kept.push(new Uint8Array(40_000_000).fill(1)), 5);
};
process.on("message", ([what]: Uint8Array) => {
  if (what === 0) process.send!({answer: process.pid});
  if (what === 1) for (;;);
  if (what === 2) grow();
  if (what === 3) process.exit(3);
});
process.on("disconnect", () => process.exit(0));
process.send!("ready");
