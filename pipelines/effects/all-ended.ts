/** Ends when all have ended, and only then fails as one of them did: whoever clears up after a fault must not have others still writing. */
export const allEnded = async <T extends readonly Promise<unknown>[]>(work: readonly [...T]) => {
  await Promise.allSettled(work);
  return Promise.all(work);
};
