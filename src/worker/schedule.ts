import type { CronItem } from "graphile-worker";

/** What the worker does by the clock (UTC); `match` is a crontab expression, `task` a name in tasks.ts. */
export const schedule: CronItem[] = [];
