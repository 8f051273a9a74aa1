/** The Baustein follows from the function of a post; the computed column of the form is never trusted. */
const bausteine: Readonly<Record<string, string>> = {KO: "B1", KOK: "B1", VA: "B1", CM: "B2", ABH: "B3", EBH: "B3"};

/** Functions of the posts of a Baustein. */
export const functionsOf = (baustein: string): string[] => Object.keys(bausteine).filter((funktion) => bausteine[funktion] === baustein);

/** @throws Error `unknown function: CODE` */
export const bausteinOf = (funktion: string): string => {
  const baustein = bausteine[funktion];
  if (baustein === undefined) throw new Error(`unknown function: ${funktion}`);
  return baustein;
};
