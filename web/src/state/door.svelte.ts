import type { InstallationShape } from "../api/client.ts";
import { t } from "../messages/index.svelte.ts";
import { refusalToText } from "../model/problem.ts";
import { app, browserZone } from "./app.svelte.ts";
import { type Answer, server } from "./server.ts";

/** Why somebody did not get in. */
export type Refusal =
  "wrong" | "taken" | "tooMany" | "offline" | { readonly text: string };

/** The way in: signing in, making an account, a link that signs in once. */
class Door {
  installation = $state.raw<InstallationShape | null>(null);
  isOffline = $state(false);
  readonly #used = new Set<string>();

  /** Ask what this installation offers to somebody who is not signed in. */
  async look(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/installation"));
    if (answer.ok) this.installation = answer.data;
    this.isOffline = !answer.ok;
  }

  /** Return the secret of a link such as `/#/welcome/<secret>`, null for another one. */
  secretOf(behindHash: string): string | null {
    const [place, secret] = behindHash.split("/");
    return place === "welcome" && secret && !this.#used.has(secret) ? secret : null;
  }

  /** Sign in; returns null when done. */
  async signIn(email: string, password: string): Promise<Refusal | null> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/session", { body: { email: email.trim(), password } }),
    );
    if (!answer.ok) return refusalOf(answer);
    await app.enter(answer.data);
    return null;
  }

  /** Make an account and sign in; returns null when done. */
  async register(given: {
    readonly email: string;
    readonly password: string;
    readonly invitation: string;
  }): Promise<Refusal | null> {
    const { email, password, invitation } = given;
    const answer = await server.call((api) =>
      api.POST("/api/v1/accounts", {
        body: {
          email: email.trim(),
          password,
          timezone: browserZone(),
          ...(invitation && { invitation: invitation.trim() }),
        },
      }),
    );
    if (!answer.ok) return refusalOf(answer);
    return this.signIn(email, password);
  }

  /** Sign in with the secret of a link; it works once. Returns null when done. */
  async enterByLink(secret: string): Promise<Refusal | null> {
    this.#used.add(secret);
    const answer = await server.call((api) =>
      api.POST("/api/v1/session/link", { body: { secret, timezone: browserZone() } }),
    );
    if (!answer.ok) return refusalOf(answer);
    await app.enter(answer.data);
    return null;
  }
}

function refusalOf(answer: Extract<Answer<unknown>, { readonly ok: false }>): Refusal {
  if (answer.offline) return "offline";
  if (answer.status === 429) return "tooMany";
  if (answer.status === 401) return "wrong";
  if (answer.status === 409) return "taken";
  return { text: refusalToText(answer.problem ?? { title: t("common.broken") }) };
}

export const door = new Door();
