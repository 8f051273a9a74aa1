const named: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};

/** Text of an XML attribute or element with its entities resolved. */
export const unescaped = (text: string): string =>
  !text.includes("&")
    ? text
    : text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi, (entity, decimal, hex, name) =>
        name !== undefined ? (named[name.toLowerCase()] ?? entity) : String.fromCodePoint(decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16)),
      );

const patterns = new Map<string, RegExp>();
/** The value of an attribute in a start tag. */
export const attribute = (tag: string, name: string): string | undefined => {
  const pattern = patterns.get(name) ?? new RegExp(`\\s${name}="([^"]*)"`);
  patterns.set(name, pattern);
  const value = pattern.exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
};
