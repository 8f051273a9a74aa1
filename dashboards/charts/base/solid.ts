/** Values of the light theme as tokens.css declares them before its dark part. */
export const lightColours = (tokensCss: string): ReadonlyMap<string, string> =>
  new Map([...tokensCss.split("/* dunkel */")[0]!.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/gi)].map(([, name, value]) => [name!, value!]));

/** A picture for programs that know no CSS variables. @throws Error `unknown colour: NAME` */
export const solid = (svg: string, colours: ReadonlyMap<string, string>): string =>
  svg.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`unknown colour: ${name}`);
    return colour;
  });
