import { forgetUser } from "../local/open.ts";
import type { SessionLine, TokenShape } from "../api/client.ts";
import { app } from "./app.svelte.ts";
import { isDone } from "./refusal.ts";
import { type Answer, server } from "./server.ts";

type Stage = "asking" | "known" | "offline";

function stageOf(answer: Answer<unknown>): Stage {
  return answer.ok ? "known" : "offline";
}

/** Where the lifter is signed in. */
export class Devices {
  stage = $state<Stage>("asking");
  sessions = $state.raw<readonly SessionLine[]>([]);

  async ask(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/sessions"));
    if (answer.ok) this.sessions = answer.data.sessions;
    this.stage = stageOf(answer);
  }

  async end(id: string): Promise<boolean> {
    const answer = await server.call((api) =>
      api.DELETE("/api/v1/sessions/{session_id}", {
        params: { path: { session_id: id } },
      }),
    );
    if (!isDone(answer)) return false;
    this.sessions = this.sessions.filter((one) => one.id !== id);
    return true;
  }

  /** End all sessions but this one. */
  async endOthers(): Promise<boolean> {
    const answer = await server.call((api) => api.DELETE("/api/v1/sessions/others"));
    if (!isDone(answer)) return false;
    this.sessions = this.sessions.filter((one) => one.isCurrent);
    return true;
  }

  /** End all sessions, this one included. */
  async endAll(): Promise<void> {
    await app.syncNow();
    const answer = await server.call((api) => api.DELETE("/api/v1/sessions"));
    if (isDone(answer)) app.forget();
  }
}

/** The tokens of the lifter's own programs. */
export class Tokens {
  stage = $state<Stage>("asking");
  tokens = $state.raw<readonly TokenShape[]>([]);
  /** The secret of the token that was just made. */
  fresh = $state<string | null>(null);

  async ask(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/tokens"));
    if (answer.ok) this.tokens = answer.data.tokens;
    this.stage = stageOf(answer);
  }

  async make(name: string, scope: "read" | "full"): Promise<boolean> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/tokens", { body: { name, scope } }),
    );
    if (!isDone(answer)) return false;
    const { token, ...made } = answer.data;
    this.tokens = [made, ...this.tokens];
    this.fresh = token;
    return true;
  }

  async revoke(id: string): Promise<boolean> {
    const answer = await server.call((api) =>
      api.DELETE("/api/v1/tokens/{token_id}", { params: { path: { token_id: id } } }),
    );
    if (!isDone(answer)) return false;
    this.tokens = this.tokens.filter((one) => one.id !== id);
    return true;
  }
}

/** The account itself. */
export class OwnAccount {
  stage = $state<Stage>("asking");
  email = $state("");
  fullName = $state("");
  hasPassword = $state(true);

  async ask(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/account"));
    if (answer.ok) this.#take(answer.data);
    this.stage = stageOf(answer);
  }

  async save(given: {
    readonly email: string;
    readonly fullName: string;
    readonly currentPassword: string;
  }): Promise<boolean> {
    const answer = await server.call((api) =>
      api.PUT("/api/v1/account", {
        body: {
          email: given.email,
          fullName: given.fullName.trim() || null,
          ...(given.currentPassword && { currentPassword: given.currentPassword }),
        },
      }),
    );
    if (!isDone(answer)) return false;
    this.#take(answer.data);
    app.save({ email: answer.data.email, fullName: answer.data.fullName });
    return true;
  }

  async setPassword(newPassword: string, currentPassword: string): Promise<boolean> {
    const answer = await server.call((api) =>
      api.PUT("/api/v1/account/password", {
        body: { newPassword, ...(currentPassword && { currentPassword }) },
      }),
    );
    if (!isDone(answer)) return false;
    this.hasPassword = true;
    return true;
  }

  /** Delete the account, with the password or, where there is none, the address. */
  async delete(proof: string): Promise<boolean> {
    const body = this.hasPassword ? { password: proof } : { confirmation: proof };
    const answer = await server.call((api) =>
      api.POST("/api/v1/account/delete", { body }),
    );
    if (!isDone(answer)) return false;
    const id = app.account?.id;
    app.forget();
    if (id !== undefined) forgetUser(id);
    return true;
  }

  #take(account: {
    readonly email: string;
    readonly fullName: string | null;
    readonly hasPassword: boolean;
  }): void {
    this.email = account.email;
    this.fullName = account.fullName ?? "";
    this.hasPassword = account.hasPassword;
  }
}
