export type Child = Node | string | null | readonly Child[];

/** An element of the page; texts are only ever texts. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat(9).filter((child): child is Node | string => child !== null));
  return made;
};

/** An element the page was made with. @throws Error `missing element: ID` */
export const standing = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`missing element: ${id}`);
  return found;
};
