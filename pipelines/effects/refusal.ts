/**
 * What a user must be told and can act on: a German sentence that names the place, what was found, what was expected and what to do.
 * Every other error is a mistake of ours and stops loudly. `exit`: 1 a gate is closed (damage, a rejected return), 2 the call cannot be carried out.
 */
export class Refusal extends Error {
  readonly exit: 1 | 2;
  constructor(message: string, exit: 1 | 2 = 2) {
    super(message);
    this.exit = exit;
  }
}

/** Something was asked of products before any were built. */
export const noProducts = (audience: string): Refusal => new Refusal(`Es gibt noch keine Datenprodukte (${audience}). Bitte zuerst „./kim build“ ausführen.`);
