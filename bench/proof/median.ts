/** The middle value, of an even number the lower of the two middle ones: a time that was really measured. @throws Error `missing values: median` */
export const median = (values: readonly number[]): number => {
  const middle = [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
  if (middle === undefined) throw new Error("missing values: median");
  return middle;
};
