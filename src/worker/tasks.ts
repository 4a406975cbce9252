import "server-only";
import type { TaskList } from "graphile-worker";
import type { JobPayloads } from "@/server/jobs";

/** A background task: idempotent, because a job whose worker died runs again. What it throws is tried again later. */
export type TaskFunction<Payload> = (
  payload: Payload,
  job: { attempt: number; lastAttempt: boolean },
) => Promise<void>;

/** Every task by the name under which `enqueueJob` puts it on the queue. */
const tasks: { [Name in keyof JobPayloads]?: TaskFunction<JobPayloads[Name]> } = {};

/** The tasks as the queue calls them. */
export function taskList(): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, run]) => [
      name,
      (payload, { job }) =>
        (run as TaskFunction<unknown>)(payload, {
          attempt: job.attempts,
          lastAttempt: job.attempts >= job.max_attempts,
        }),
    ]),
  );
}
