import type { CronItem } from "graphile-worker";

const DAY = 24 * 3600 * 1000;

/** What the worker does by the clock (UTC); `match` is a crontab expression, `task` a name in tasks.ts. */
export const schedule: CronItem[] = [
  // At night in Finland. A worker that was away at that time does it when it is back.
  { task: "cleanUp", match: "17 1 * * *", options: { backfillPeriod: DAY, maxAttempts: 5 } },
  // Each minute; one that was missed is made up for by the next.
  { task: "findRollUps", match: "* * * * *", options: { maxAttempts: 1 } },
  // Every hour, because Monday morning comes at another hour in each time zone; a missed one is made up for by the next.
  { task: "findDueDigests", match: "7 * * * *", options: { maxAttempts: 3 } },
  // Every hour, on the windows of visits and the deadlines of appeals; a missed one is made up for by the next.
  { task: "findAuditReminders", match: "23 * * * *", options: { maxAttempts: 3 } },
  // Every hour, because a day begins and ends at another hour in each time zone; a missed one is made up for by the next.
  { task: "findEvaluationWork", match: "41 * * * *", options: { maxAttempts: 3 } },
];
