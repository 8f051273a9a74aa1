/** The rules of a style sheet that stand at its top, one by one. */
const topRules = (css: string): string[] => {
  const rules: string[] = [];
  let [depth, start] = [0, 0];
  for (let i = 0; i < css.length; i += 1) {
    depth += css[i] === "{" ? 1 : css[i] === "}" ? -1 : 0;
    if (css[i] !== "}" || depth > 0) continue;
    rules.push(css.slice(start, i + 1));
    start = i + 1;
  }
  return rules;
};

/** Of KERN what our pages are built on: tokens, plain elements, hidden text. Its components and fonts are nine tenths of it and not in use here. */
export const plainRules = (css: string): string =>
  topRules(css)
    .filter((rule) => !rule.startsWith("@") && (!rule.includes(".kern-") || /^\.kern-sr-only(?:\{|:not)/.test(rule)))
    .join("\n");
