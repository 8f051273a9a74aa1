import type {AttackOutcome} from "../../../../schemas/disclosure/protection.ts";
import {Breached} from "./breached.ts";
import type {PublicProducts} from "./publish-all.ts";

export type SafeProducts = PublicProducts & {readonly outcome: AttackOutcome};

/** More attempts mean that not a rare number is open but the protection itself. */
const mostAttempts = 4;
/** Only a number that is too narrow can be mended by withholding it. */
const mendable = (error: unknown): string[] => {
  if (!(error instanceof Breached) || error.got.leaks.length > 0) return [];
  return error.got.breaches.every(({why}) => why === "narrow") ? error.got.breaches.map(({number}) => number) : [];
};

/**
 * Writes the public products and attacks them. A number that falls is withheld as well, and what lies there then is attacked anew: protection and attack reckon
 * in different ways, and the attack sees what several sums together say. @throws Breached if that does not end
 */
export const publishSafely = async (
  write: (fallen: ReadonlySet<string>) => Promise<PublicProducts>,
  attack: (written: PublicProducts) => Promise<AttackOutcome>,
): Promise<SafeProducts> => {
  const attempt = async (fallen: ReadonlySet<string>, left: number): Promise<SafeProducts> => {
    const written = await write(fallen);
    try {
      return {...written, outcome: await attack(written)};
    } catch (error) {
      const more = new Set([...fallen, ...mendable(error)]);
      if (left === 1 || more.size === fallen.size) throw error;
      return attempt(more, left - 1);
    }
  };
  return attempt(new Set(), mostAttempts);
};
