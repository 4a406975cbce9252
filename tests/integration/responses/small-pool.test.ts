import { afterEach, expect, test } from "vitest";
import { findRespondent, type Respondent } from "@/features/invitations/queries/find-respondent";
import { submitDetails } from "@/features/responses/commands/submit-details";
import { submitScore } from "@/features/responses/commands/submit-score";
import { openAnswerPage } from "@/features/responses/queries/open-answer-page";
import { Prisma } from "@/generated/prisma/client";
import { closeDatabase, runStatement, withScope } from "@/server/database";
import { getEnv } from "@/server/env";
import { querySql, setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import { inviteMany } from "./invite-many";

const database = setUpTestDatabase();
const PEOPLE = 200;

async function usePool(size: number) {
  await closeDatabase();
  process.env.DATABASE_POOL_SIZE = String(size);
  // The environment is read again when the address changes.
  process.env.DATABASE_URL = `${database.appUrl}?application_name=pool-of-${size}`;
  expect(getEnv().DATABASE_POOL_SIZE).toBe(size);
}

afterEach(async () => {
  await closeDatabase();
  delete process.env.DATABASE_POOL_SIZE;
  process.env.DATABASE_URL = database.appUrl;
});

/** Everything a browser does for one answer, without the browser. */
async function answer(token: string, score: number): Promise<string> {
  const page = await openAnswerPage(token);
  const respondent = (await findRespondent(token)) as Respondent;
  const input = { ...respondent, language: "en", isEdit: false };
  const outcome = await submitScore(respondent.scope, { ...input, score: String(score) });
  const opened = page?.page.response === null ? "open" : "answered";
  // A transaction of several statements, beside the answers that take one.
  if (score !== 10) return `${opened}, ${outcome}`;
  const form = new FormData();
  form.set("comment", "Kiitos");
  const details = await submitDetails(respondent.scope, { ...input, form });
  return `${opened}, ${outcome}, ${details.status}`;
}

test.each([1, 2])("with a pool of %i, 200 answers given at once are all stored, only later", async (size) => {
  const small = await createSmallOrganization();
  const invited = await inviteMany(small, PEOPLE);
  await usePool(size);
  const outcomes = await Promise.all(invited.map(({ token }, index) => answer(token, index % 11)));
  expect(new Set(outcomes)).toEqual(new Set(["open, stored", "open, stored, stored"]));
  const stored = await querySql(
    database.superuserUrl,
    `select a.score, r.comment, r.encounter_id from responses r join answers a on a.response_id = r.id
      where r.organization_id = $1`,
    [small.organization.id],
  );
  const expected = invited.map(({ encounterId }, index) => ({
    score: index % 11,
    comment: index % 11 === 10 ? "Kiitos" : null,
    encounter_id: encounterId,
  }));
  const byEncounter = (a: { encounter_id: string }, b: { encounter_id: string }) =>
    a.encounter_id.localeCompare(b.encounter_id);
  expect((stored as typeof expected).sort(byEncounter)).toEqual(expected.sort(byEncounter));
});

test("work inside a transaction cannot ask for a second connection, so a pool of one never waits for itself", async () => {
  const { scope } = await createSmallOrganization();
  await usePool(1);
  const within = (work: () => Promise<unknown>) => withScope(scope, async () => work());
  await expect(within(() => withScope(scope, async () => 1))).rejects.toThrow("inside withScope");
  await expect(within(() => runStatement(Prisma.sql`select 1`))).rejects.toThrow("inside withScope");
});
