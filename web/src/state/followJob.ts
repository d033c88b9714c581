import type { JobShape } from "../api/client.ts";
import { jobEvents } from "../api/files.ts";
import { server } from "./server.ts";

const LOOK_MS = 700;

/** Hear of a job until it is over. The answer stops hearing of it. */
export function followJob(id: string, onjob: (job: JobShape) => void): () => void {
  let isWanted = true;

  function take(job: JobShape): void {
    if (isWanted) onjob(job);
    if (job.finishedAt) stop();
  }

  function stop(): void {
    isWanted = false;
    close();
  }

  /** Look again and again, where events do not come through. */
  async function poll(): Promise<void> {
    while (isWanted) {
      const answer = await server.call((api) =>
        api.GET("/api/v1/jobs/{job_id}", { params: { path: { job_id: id } } }),
      );
      if (answer.ok) take(answer.data);
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
  }

  const close = jobEvents(
    id,
    (text) => take(JSON.parse(text) as JobShape),
    () => void poll(),
  );
  return stop;
}
