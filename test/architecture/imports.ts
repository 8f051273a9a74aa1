import {isBuiltin, stripTypeScriptTypes} from "node:module";
import {posix} from "node:path";
import {init, parse} from "es-module-lexer";
import type {House} from "./house.ts";

await init();

/** One import, whatever its spelling. `to` is a path from the root for files of ours, `node:` with prefix, else the package; `?` if it cannot be known. */
export type Import = {readonly from: string; readonly to: string; readonly kind: "value" | "type"; readonly ours: boolean};

const specifiers = (source: string): string[] =>
  parse(source)[0].flatMap((each) => (each.type === "import-meta" ? [] : [each.type === "dynamic" && each.glob ? "?" : (each.specifier ?? "?")]));

const resolved = (from: string, specifier: string): Pick<Import, "to" | "ours"> => {
  if (/^(\.|\/|file:)/.test(specifier)) return {to: posix.join(posix.dirname(from), specifier), ours: true};
  if (isBuiltin(specifier)) return {to: specifier.replace(/^(node:)?/, "node:"), ours: false};
  return {to: specifier, ours: false};
};

/** Every import of a file: side effects, dynamic ones, any quotes; what stripping the types removes was a type. */
export const importsOf = (from: string, text: string): Import[] => {
  const running = new Set(specifiers(from.endsWith("ts") ? stripTypeScriptTypes(text) : text));
  return [...new Set([...running, ...specifiers(text)])].map((specifier) => ({
    from,
    kind: running.has(specifier) ? "value" : "type",
    ...resolved(from, specifier),
  }));
};

/** Every import of every script of a house. */
export const importsIn = (house: House): Import[] => [...house].filter(([path]) => !path.endsWith(".sql")).flatMap(([path, text]) => importsOf(path, text));
