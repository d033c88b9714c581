import type { SessionShape } from "./schema.ts";

/** How long an answer is waited for. */
export const PATIENCE_MS = 15_000;

/** The session of the browser, as the server last told it. */
class Session {
  #csrf: string | null = null;

  /** Return the token that goes with what changes something; asks once for it. */
  async csrf(): Promise<string | null> {
    return this.#csrf ?? (await this.look())?.csrfToken ?? null;
  }

  /** Ask who is signed in. Returns null when nobody is; rejects without a network. */
  async look(): Promise<SessionShape | null> {
    const answer = await fetch("/api/v1/session", {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status === 401) return null;
    if (!answer.ok) throw new Error(`the server answered ${String(answer.status)}`);
    const session = (await answer.json()) as SessionShape;
    this.#csrf = session.csrfToken;
    return session;
  }

  take(token: string | null): void {
    this.#csrf = token;
  }
}

export const session = new Session();
