import { describe, expect, test } from "vitest";
import { findUnsentEvaluationMail } from "@/features/evaluation-cycles/raters/commands/find-unsent-evaluation-mail";
import { inviteRaters } from "@/features/evaluation-cycles/raters/commands/invite-raters";
import { nominateRater } from "@/features/evaluation-cycles/raters/commands/nominate-rater";
import { getSubjectRaters } from "@/features/evaluation-cycles/raters/queries/get-subject-raters";
import { listMyEvaluations } from "@/features/evaluation-cycles/raters/queries/list-my-evaluations";
import { searchRaterCandidates } from "@/features/evaluation-cycles/raters/queries/search-rater-candidates";
import { writeNominationMail } from "@/features/evaluation-cycles/raters/queries/write-nomination-mail";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { key } from "@/server/scope";
import { raterScope } from "@/server/token-scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createRating } from "../../factories/evaluations";
import { createMember } from "../../factories/organization";
import { createCustomer } from "../../factories/people";
import { mailsOf, ratingsOf, tellStory } from "./cast";

const database = setUpTestDatabase();

describe("what those who choose raters see", () => {
  test("does not change when somebody answers", async () => {
    const { scope, subject, owner, localManager, employeeMember } = await tellStory();
    const ratings = [];
    for (const group of ["peer", "peer", "report", "customer"] as const) {
      ratings.push(await createRating(scope, subject, { group, status: "approved" }));
    }
    const seen = async () =>
      JSON.stringify(
        await Promise.all([
          ...[owner, localManager, employeeMember].map((member) =>
            getSubjectRaters(member.scope, subject.id),
          ),
          ...[owner, localManager, employeeMember].map((member) => listMyEvaluations(member.scope)),
          ...["peer", "report"].map((group) =>
            searchRaterCandidates(owner.scope, {
              subjectId: subject.id,
              raterGroup: group as "peer",
              query: "",
            }),
          ),
        ]),
      );
    const before = await seen();
    for (const { id } of ratings) {
      await withScope(scope, (tx) =>
        tx.evaluationRating.update({
          where: key(scope, id),
          data: { status: "submitted" },
          select: { id: true },
        }),
      );
      expect(await seen()).toBe(before);
    }
  });

  test("has the reason of declining for managers, not for the subject, and no strangers' addresses for it", async () => {
    const { organization, scope, subject, employee, localManager, employeeMember } = await tellStory();
    const { id } = await createRating(scope, subject, {
      group: "customer",
      status: "declined",
      email: "a@x.test",
    });
    await querySql(
      database.superuserUrl,
      "update evaluation_ratings set decline_reason = 'Riita' where id = $1",
      [id],
    );
    const seen = async (member: typeof localManager) =>
      JSON.stringify(await getSubjectRaters(member.scope, subject.id));
    expect(await seen(localManager)).toMatch(/Riita.*|a@x\.test/);
    expect(await seen(employeeMember)).not.toMatch(/Riita|a@x\.test/);
    // Also where the subject organizes the cycle.
    const organizer = await createMember(organization, "manager");
    expect(await seen(organizer)).toMatch(/Riita/);
    const evaluated = { ...organizer, scope: { ...organizer.scope, employeeId: employee.id } };
    expect(await seen(evaluated)).not.toMatch(/Riita/);
  });

  test("tells what is wrong with somebody on the list", async () => {
    const { scope, cycle, subject, owner, newColleague } = await tellStory();
    const colleague = await newColleague();
    const customer = await createCustomer(scope, { name: "Oili Ostaja" });
    await nominateRater(owner.scope, {
      subjectId: subject.id,
      raterGroup: "peer",
      employeeId: colleague.id,
      customerId: null,
    });
    await nominateRater(owner.scope, {
      subjectId: subject.id,
      raterGroup: "customer",
      employeeId: null,
      customerId: customer.id,
    });
    await withScope(scope, async (tx) => {
      const data = { archivedAt: scope.now };
      await tx.employee.update({ where: key(scope, colleague.id), data, select: { id: true } });
      const erased = { erasedAt: scope.now, name: null, email: null };
      await tx.customer.update({ where: key(scope, customer.id), data: erased, select: { id: true } });
    });
    const { groups } = await getSubjectRaters(owner.scope, subject.id);
    expect(
      groups.flatMap(({ raters }) => raters.map(({ name, mailProblem }) => [name, mailProblem])),
    ).toEqual([
      [colleague.name, "gone"],
      ["", "gone"],
    ]);
    // And their mails stay.
    for (const { id, email } of await mailsOf(database.superuserUrl, cycle.id)) {
      const mail = await withScope(scope, (tx) => findUnsentEvaluationMail(tx, scope, id));
      expect(mail === null, email ?? "erased").toBe(email === colleague.email || email === null);
    }
  });
});

describe("my evaluations", () => {
  test("have the own link, for the account that was asked alone", async () => {
    const { organization, scope, cycle, employee, employeeMember, localManager } = await tellStory();
    await withScope(scope, (tx) => inviteRaters(tx, scope, cycle.id));
    const [own] = (await listMyEvaluations(employeeMember.scope)).toRate;
    expect(own?.open).toBe(1);
    const opened = await raterScope((own?.path ?? "").replace("/r/", ""));
    expect(opened?.raterId).toBe(own?.raterId);
    const [managers] = (await listMyEvaluations(localManager.scope)).toRate;
    expect(managers?.raterId).not.toBe(own?.raterId);
    // Somebody who is made the same employee afterwards does not come to read what was filled in.
    const other = await createMember(organization, "employee", { employeeId: employee.id });
    expect((await listMyEvaluations(other.scope)).toRate).toEqual([]);
    // Nor where nobody had an account when the employee was asked: an owner could link the own one.
    const { subject, owner, newColleague } = await tellStory();
    const colleague = await newColleague();
    await nominateRater(owner.scope, {
      subjectId: subject.id,
      raterGroup: "peer",
      employeeId: colleague.id,
      customerId: null,
    });
    const linked = { ...owner.scope, employeeId: colleague.id };
    expect((await listMyEvaluations(linked)).toRate).toEqual([]);
  });

  test("two people under one address cannot both rate", async () => {
    const { scope, subject, owner, location, newColleague } = await tellStory();
    const one = await newColleague();
    const two = await newColleague();
    await querySql(database.superuserUrl, "update employees set email = $1 where id = $2", [
      one.email,
      two.id,
    ]);
    const peer = (employeeId: string) =>
      nominateRater(owner.scope, { subjectId: subject.id, raterGroup: "peer", employeeId, customerId: null });
    await peer(one.id);
    await expect(peer(two.id)).rejects.toThrow(InvalidInputError);
    expect(location.id).toBe(one.locationId);
    expect(scope.organizationId).toBe(one.organizationId);
  });

  test("two nominations at once do not pass the maximum", async () => {
    const { subject, cycle, owner, manager, newColleague } = await tellStory();
    await querySql(
      database.superuserUrl,
      "update evaluation_cycle_groups set maximum = 1 where cycle_id = $1 and rater_group = 'peer'",
      [cycle.id],
    );
    const people = [await newColleague(), await newColleague()];
    const tries = await Promise.allSettled(
      [owner, manager].map(({ scope }, index) =>
        nominateRater(scope, {
          subjectId: subject.id,
          raterGroup: "peer",
          employeeId: people[index]?.id as string,
          customerId: null,
        }),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const peers = (await ratingsOf(database.superuserUrl, subject.id)).filter(
      ({ group }) => group === "peer",
    );
    expect(peers).toHaveLength(1);
  });
});

describe("proposals", () => {
  test("are told to the manager once a day, as many as wait when the mail leaves", async () => {
    const { subject, employeeMember, localManager, manager, newColleague } = await tellStory();
    for (const _ of [1, 2]) {
      await nominateRater(employeeMember.scope, {
        subjectId: subject.id,
        raterGroup: "peer",
        employeeId: (await newColleague()).id,
        customerId: null,
      });
    }
    const mails = await querySql<{ id: string; memberId: string; occasion: string }>(
      database.superuserUrl,
      `select id, member_id as "memberId", occasion from member_mails where subject_id = $1 and kind = 'nominationsWaiting'`,
      [subject.id],
    );
    expect(mails.map(({ memberId }) => memberId)).toEqual([localManager.memberId]);
    const write = (member: typeof manager) =>
      writeNominationMail(member.scope, {
        id: mails[0]?.id as string,
        kind: "nominationsWaiting",
        subjectId: subject.id,
        occasion: mails[0]?.occasion as string,
        attempts: 0,
        reader: { ...member, name: "Reader", language: "fi" },
      });
    expect((await write(localManager))?.paragraphs.join()).toContain("2 arvioijaa");
    expect((await write(localManager))?.button.path).toBe(`/evaluations/${subject.id}`);
    expect(await write(employeeMember)).toBeNull();
  });
});
