import { beforeAll, describe, expect, it } from "vitest";
import { listCycleSubjects } from "@/features/evaluation-cycles/queries/list-cycle-subjects";
import { listCycles } from "@/features/evaluation-cycles/queries/list-cycles";
import { getSubjectRaters } from "@/features/evaluation-cycles/raters/queries/get-subject-raters";
import { listMyEvaluations } from "@/features/evaluation-cycles/raters/queries/list-my-evaluations";
import { saveAnswers } from "@/features/evaluation-ratings/commands/save-answers";
import { sendRating } from "@/features/evaluation-ratings/commands/send-rating";
import { FIELDS } from "@/features/evaluation-ratings/schema";
import { releaseReports } from "@/features/evaluation-reports/commands/release-reports";
import { withScope } from "@/server/database";
import { makeScope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createCycle, createRating, createSubject } from "../../factories/evaluations";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let cycleId: string;
let subjectId: string;
const raters: { id: string; raterId: string }[] = [];

beforeAll(async () => {
  cast = await createSmallOrganization();
  const { scope, employee, location, localManager } = cast;
  const cycle = await createCycle(scope, { anonymityK: 3 });
  const subject = await createSubject(scope, cycle, {
    employeeId: employee.id,
    ofLocationId: location.id,
    managerMemberId: localManager.memberId,
  });
  [cycleId, subjectId] = [cycle.id, subject.id];
  for (let at = 0; at < 4; at += 1) {
    raters.push(await createRating(scope, subject, { group: "peer", status: "approved" }));
  }
});

/** A rater answers everything and sends it, by the rater's own commands. */
async function answer({ id: ratingId, raterId }: { id: string; raterId: string }) {
  const { organizationId } = cast.scope;
  const scope = makeScope({ organizationId, actor: "respondent", timeZone: "UTC" });
  const form = new FormData();
  for (const item of ["p1", "p2", "c1", "c2"]) form.set(FIELDS.item + item, "4");
  await saveAnswers(scope, { raterId, ratingId }, form);
  return sendRating(scope, { raterId, ratingId });
}

/** Everything the cycle's organizer and the named manager can read of a running cycle, and the subject of its raters. */
async function look(): Promise<string> {
  const { manager, localManager, employeeMember, owner } = cast;
  return JSON.stringify([
    await listCycles(manager.scope),
    await listCycleSubjects(manager.scope, cycleId),
    await getSubjectRaters(manager.scope, subjectId),
    await getSubjectRaters(localManager.scope, subjectId),
    await getSubjectRaters(employeeMember.scope, subjectId).catch(() => null),
    await listMyEvaluations(localManager.scope),
    await listMyEvaluations(owner.scope),
    await listMyEvaluations(employeeMember.scope),
    await querySql(database.superuserUrl, "select count(*)::int from activity_events"),
    await querySql(database.superuserUrl, "select count(*)::int from member_mails"),
  ]);
}

describe("while a cycle runs", () => {
  it("no screen changes when a rater answers, until there are enough", async () => {
    const before = await look();
    for (const rater of raters.slice(0, 2)) {
      expect(await answer(rater)).toBe("sent");
      expect(await look()).toBe(before);
    }
    await answer(raters[2] as (typeof raters)[0]);
    const enough = await look();
    expect(enough.replace(/"isEnough":true/g, '"isEnough":false')).toBe(before);
    await answer(raters[3] as (typeof raters)[0]);
    expect(await look()).toBe(enough);
  });

  it("nobody's queries see an answer, and nobody can release one", async () => {
    for (const { scope } of [cast.owner, cast.manager, cast.localManager, cast.employeeMember]) {
      const seen = await withScope(scope, (tx) => tx.evaluationAnswer.count({}));
      expect(seen).toBe(0);
    }
    await expect(releaseReports(cast.manager.scope, cycleId)).rejects.toThrow();
  });

  it("nothing in the database tells when somebody answered", async () => {
    const columns = await querySql<{ name: string }>(
      database.superuserUrl,
      `select column_name as name from information_schema.columns
        where table_name in ('evaluation_answers', 'evaluation_ratings') and data_type like 'timestamp%'`,
    );
    expect(columns).toEqual([{ name: "withdrawn_at" }]);
  });
});
