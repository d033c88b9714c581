import type { InstallationShape, SessionShape } from "../api/client.ts";
import { t } from "../messages/index.svelte.ts";
import { app, browserZone } from "./app.svelte.ts";
import { usePasskey } from "./passkeyHere.ts";
import { type Answer, server } from "./server.ts";

/** Why somebody did not get in. */
export type Refusal =
  | "wrong"
  | "code"
  | "wrongCode"
  | "taken"
  | "tooMany"
  | "offline"
  | { readonly text: string };

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

  /** Sign in; returns null when done, "code" if a second step is needed. */
  async signIn(email: string, password: string, code = ""): Promise<Refusal | null> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/session", {
        body: { email: email.trim(), password, ...(code && { code }) },
      }),
    );
    return this.#taken(answer, code);
  }

  /** Sign in with a passkey; returns null when done or not wanted after all. */
  async signInByPasskey(): Promise<Refusal | null> {
    const asked = await server.call((api) =>
      api.POST("/api/v1/session/passkey/options"),
    );
    if (!asked.ok) return refusalOf(asked);
    const credential = await usePasskey(asked.data.options);
    if (!credential) return null;
    const answer = await server.call((api) =>
      api.POST("/api/v1/session/passkey", { body: { credential } }),
    );
    return this.#taken(answer, "");
  }

  /** Go to the identity provider, which leads back to the sign-in screen. */
  async goToProvider(): Promise<Refusal | null> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/session/provider/login"),
    );
    if (!answer.ok) return said(answer);
    location.assign(answer.data.address);
    return null;
  }

  /** End what was begun at the provider: a sign-in, or a link while signed in. */
  async comeBack(code: string, state: string): Promise<Refusal | "linked" | null> {
    if (app.account) {
      const linked = await server.call((api) =>
        api.PUT("/api/v1/account/provider", { body: { code, state } }),
      );
      if (linked.ok) return "linked";
      // Signed out meanwhile, or begun at the door: then it is a sign-in.
      const isOfDoor = linked.status === 401 || linked.problem?.field === "state";
      if (!isOfDoor) return said(linked);
    }
    const answer = await server.call((api) =>
      api.POST("/api/v1/session/provider", {
        body: { code, state, timezone: browserZone() },
      }),
    );
    if (!answer.ok) return said(answer);
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
  async enterByLink(secret: string, code = ""): Promise<Refusal | null> {
    this.#used.add(secret);
    const answer = await server.call((api) =>
      api.POST("/api/v1/session/link", {
        body: { secret, timezone: browserZone(), ...(code && { code }) },
      }),
    );
    return this.#taken(answer, code);
  }

  async #taken(answer: Answer<SessionShape>, code: string): Promise<Refusal | null> {
    if (!answer.ok) {
      const isAboutCode = answer.problem?.field === "code" && answer.status === 401;
      return isAboutCode ? (code ? "wrongCode" : "code") : refusalOf(answer);
    }
    await app.enter(answer.data);
    return null;
  }
}

type Refused = Extract<Answer<unknown>, { readonly ok: false }>;

/** Why somebody did not get in, in the words of the server where there are any. */
function said(answer: Refused): Refusal {
  if (answer.offline || answer.status === 429) return refusalOf(answer);
  return { text: answer.problem?.said.text ?? t("common.broken") };
}

function refusalOf(answer: Refused): Refusal {
  if (answer.offline) return "offline";
  if (answer.status === 429) return "tooMany";
  if (answer.status === 401) return "wrong";
  if (answer.status === 409) return "taken";
  return { text: answer.problem?.said.text ?? t("common.broken") };
}

export const door = new Door();
