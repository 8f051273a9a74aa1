/** A private character that stands in no script: ranges of XML name the first and the last ones. */
const mark = "\uf0a7";

/** A script that travels inside the page as text: no sign in it can end or change the element it stands in. */
export const packed = {
  /** @throws Error `invalid script: private character` */
  close: (script: string): string => {
    if (script.includes(mark)) throw new Error("invalid script: private character");
    return script.replaceAll("<", mark);
  },
  open: (text: string): string => text.replaceAll(mark, "<"),
};
