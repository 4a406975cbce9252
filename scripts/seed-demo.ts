import { planDigests } from "@/features/digests/commands/plan-digests";
import { lastWeek } from "@/features/digests/rules";
import { recordActivity } from "@/server/activity";
import { closeDatabase, type Transaction, withScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import { hashAddress } from "@/server/tokens";
import { Random } from "../tests/factories/random";
import { playAudits } from "./demo-organization/audits/play-audits";
import { createDemoCast, createEmptyOrganization, type DemoCast } from "./demo-organization/cast";
import { buildCustomers } from "./demo-organization/customers";
import { type DemoHistory, playHistory } from "./demo-organization/encounters";
import { playEvaluations } from "./demo-organization/evaluations/play-evaluations";
import { DEMO_MONTHS } from "./demo-organization/story";

const SEED = 20_260_401;
const CUSTOMERS = 14_000;
const ROWS_PER_INSERT = 1500;

/**
 * Fills a migrated, empty database with the demo organization: the same story every time (fixed seed), told up to now.
 * Needs AUTH_SECRET in the environment, because the invitations' links work.
 */
export async function seedDemo(options: {
  databaseUrl: string;
  ownerUrl?: string;
  onProgress: (line: string) => void;
  now?: Date;
  /** Puts last week's digests on the queue, so that the inbox shows one without waiting for Monday. */
  withDigest?: boolean;
  /** How much of the story: 1 = all customers and encounters. Tests that need no more take less. */
  share?: number;
}): Promise<void> {
  process.env.DATABASE_URL = options.databaseUrl;
  const { now = new Date(), share = 1 } = options;
  const random = new Random(SEED);
  const foundedAt = new Date(now.getTime() - (DEMO_MONTHS * 30.5 + 14) * 24 * 3600_000);
  try {
    options.onProgress("organization, journey, employees, surveys");
    const cast = await createDemoCast(foundedAt);
    await createEmptyOrganization(cast);
    const customers = buildCustomers(
      random,
      cast.organization.scope,
      Math.ceil(CUSTOMERS * share),
      foundedAt,
    );
    const history = playHistory(random, cast, customers, now, share);
    await insertInChunks(
      cast,
      "customers",
      customers.map((customer) => customer.row),
      options.onProgress,
      (tx, data) => tx.customer.createMany({ data }),
    );
    await insertHistory(cast, history, options.onProgress);
    const visits = await playAudits(new Random(SEED + 1), cast, now, foundedAt);
    options.onProgress(`${visits} mystery visits, observations, appeals`);
    const reports = await playEvaluations(new Random(SEED + 2), cast, now);
    options.onProgress(`${reports} reports of evaluations, one cycle under way`);
    await recordFirstActivity(cast, foundedAt);
    const { scope } = cast.organization;
    if (options.withDigest) await planDigests(scope, lastWeek(now, scope.timeZone));
  } finally {
    await closeDatabase();
  }
}

async function insertHistory(
  cast: DemoCast,
  history: DemoHistory,
  onProgress: (line: string) => void,
): Promise<void> {
  await insertInChunks(cast, "encounters", history.encounters, onProgress, (tx, data) =>
    tx.encounter.createMany({ data }),
  );
  await insertInChunks(cast, "invitations", history.invitations, onProgress, (tx, data) =>
    tx.invitation.createMany({ data }),
  );
  await insertInChunks(cast, "mails", history.mails, onProgress, (tx, data) =>
    tx.invitationMail.createMany({ data }),
  );
  await insertInChunks(cast, "responses", history.responses, onProgress, (tx, data) =>
    tx.response.createMany({ data }),
  );
  await insertInChunks(cast, "answers", history.answers, onProgress, (tx, data) =>
    tx.answer.createMany({ data }),
  );
  await insertInChunks(cast, "choices", history.choices, onProgress, (tx, data) =>
    tx.chosenOption.createMany({ data }),
  );
  const { scope } = cast.organization;
  await withScope(scope, async (tx) => {
    await tx.suppressedAddress.createMany({
      data: history.suppressed.map(({ email, reason, at }) => ({
        organizationId: scope.organizationId,
        addressHash: hashAddress(email),
        reason,
        createdAt: at,
      })),
      skipDuplicates: true,
    });
    for (const { invitationId, kind, runAt } of history.waiting) {
      await enqueueJob(
        tx,
        "sendInvitationMail",
        { organizationId: scope.organizationId, invitationId, kind },
        { runAt },
      );
    }
  });
}

async function insertInChunks<T>(
  cast: DemoCast,
  name: string,
  rows: T[],
  onProgress: (line: string) => void,
  insert: (tx: Transaction, rows: T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await withScope(cast.organization.scope, (tx) => insert(tx, rows.slice(start, start + ROWS_PER_INSERT)));
  }
  onProgress(`${rows.length} ${name}`);
}

/** The trail the owner left when the organization was set up. */
async function recordFirstActivity(cast: DemoCast, foundedAt: Date): Promise<void> {
  const scope = { ...cast.owner.scope, now: foundedAt };
  await withScope(scope, async (tx) => {
    await recordActivity(tx, scope, "organization.created", {
      type: "organization",
      id: scope.organizationId,
    });
    for (const survey of Object.values(cast.surveys)) {
      await recordActivity(tx, scope, "survey.published", { type: "survey", id: survey.id }, { version: 1 });
    }
  });
}
