import type { ListedProgramShape, ProgramShape } from "../api/client.ts";
import type { ProgramBlock } from "../model/plan/program.ts";
import { app } from "./app.svelte.ts";
import { isDone } from "./refusal.ts";
import { server } from "./server.ts";

export type ListedProgram = ListedProgramShape;

const of = (program_id: string) => ({ path: { program_id } });

/** The programs that there are; they are read over the network. */
export class Programs {
  stage = $state<"asking" | "known" | "offline">("asking");
  listed = $state.raw<readonly ListedProgramShape[]>([]);

  async ask(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/programs"));
    if (answer.ok) this.listed = answer.data;
    this.stage = answer.ok ? "known" : "offline";
  }
}

/** One program: its blocks and what can be done with it. */
export class Program {
  stage = $state<"asking" | "known" | "offline" | "none">("asking");
  found = $state.raw<ProgramShape | null>(null);
  readonly id: string;
  readonly blocks = $derived<readonly ProgramBlock[]>(
    this.found?.macrocycles.flatMap((macrocycle) => macrocycle.mesocycles) ?? [],
  );
  readonly hasBegun = $derived(this.blocks.some((one) => one.status !== "planned"));
  readonly hasPlanned = $derived(this.blocks.some((one) => one.status === "planned"));

  constructor(id: string) {
    this.id = id;
  }

  async ask(): Promise<void> {
    const answer = await server.call((api) =>
      api.GET("/api/v1/programs/{program_id}", { params: of(this.id) }),
    );
    if (answer.ok) this.found = answer.data;
    this.stage = answer.ok ? "known" : answer.status === 404 ? "none" : "offline";
  }

  /** Delete the program; possible while nothing of it has begun. */
  async remove(): Promise<boolean> {
    const answer = await server.call((api) =>
      api.DELETE("/api/v1/programs/{program_id}", { params: of(this.id) }),
    );
    return settled(isDone(answer));
  }

  /** Drop what has not begun. */
  async abandon(): Promise<boolean> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/programs/{program_id}/abandon", { params: of(this.id) }),
    );
    if (!isDone(answer)) return false;
    this.found = answer.data;
    return settled(true);
  }
}

/** Begin a planned block on a day; says why if it cannot. */
export async function startPlanned(id: string, startDate: string): Promise<boolean> {
  const answer = await server.call((api) =>
    api.POST("/api/v1/mesocycles/{mesocycle_id}/start", {
      params: { path: { mesocycle_id: id } },
      body: { startDate },
    }),
  );
  return settled(isDone(answer));
}

async function settled(isRight: boolean): Promise<boolean> {
  if (isRight) await app.syncNow();
  return isRight;
}
