import { expect, it } from "vitest";
import { createCustomer } from "@/features/people/commands/create-customer";
import { eraseCustomer } from "@/features/people/commands/erase-customer";
import { liftSuppression } from "@/features/people/commands/lift-suppression";
import { suppressCustomer } from "@/features/people/commands/suppress-customer";
import { updateCustomer } from "@/features/people/commands/update-customer";
import { getCustomerPage } from "@/features/people/queries/get-customer-page";
import { listCustomers } from "@/features/people/queries/list-customers";
import { searchCustomers } from "@/features/people/queries/search-customers";
import { type CustomerInput, customerListInput } from "@/features/people/schema";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { querySql, setUpTestDatabase } from "../../database";
import { createAnsweredEncounter, createEncounter, createInvitation } from "../../factories/encounters";
import * as factory from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

const person: CustomerInput = {
  name: "Tauno Salainen",
  email: "tauno.salainen@example.test",
  phone: "+358 40 765 4321",
  externalReference: "SALA-77",
  language: "fi",
  segment: "Kanta-asiakas",
  consent: "given",
};
const traces = /tauno|salainen|765 4321|SALA-77|kirjoitin|kertoi/i;

/** A customer who was met, answered, was invited and is about to be. */
async function createKnownCustomer() {
  const cast = await createSmallOrganization();
  const { scope, owner, attribution, survey } = cast;
  const { id } = await createCustomer(owner.scope, person);
  const answered = await createAnsweredEncounter(scope, attribution, survey, {
    score: 9,
    comment: "Tämän kirjoitin minä",
    followUp: "Ystäväni kertoi",
    customerId: id,
  });
  const sent = await createEncounter(scope, attribution, { customerId: id });
  const sentInvitation = await createInvitation(scope, sent, survey, { customerId: id });
  const waiting = await createEncounter(scope, attribution, { customerId: id });
  const scheduled = await createInvitation(scope, waiting, survey, {
    customerId: id,
    status: "scheduled",
    sentAt: null,
  });
  const undecided = await createEncounter(scope, attribution, { customerId: id });
  return { ...cast, id, answered, sent, sentInvitation, waiting, scheduled, undecided };
}

it("removes the person and keeps what names nobody", async () => {
  const { scope, owner, id, answered, attribution } = await createKnownCustomer();
  await eraseCustomer(owner.scope, id);
  expect(await getCustomerPage(owner.scope, id)).toMatchObject({
    name: null,
    email: null,
    phone: null,
    externalReference: null,
    segment: "Kanta-asiakas",
    language: "fi",
    erasedAt: owner.scope.now,
  });
  const { organizationId } = scope;
  const stored = await withScope(scope, async (tx) => ({
    answers: await tx.answer.findMany({
      where: { organizationId },
      select: { score: true, employeeId: true },
    }),
    responses: await tx.response.findMany({
      where: { organizationId },
      select: { id: true, comment: true, followUp: true },
    }),
    encounters: await tx.encounter.count({ where: { organizationId, customerId: id, ...attribution } }),
  }));
  expect(stored.answers).toEqual([{ score: 9, employeeId: attribution.employeeId }]);
  expect(stored.responses).toEqual([{ id: answered.response.id, comment: null, followUp: null }]);
  expect(stored.encounters).toBe(4);
});

it("leaves no trace of the person in any table of the organization", async () => {
  const { scope, owner, id, scheduled } = await createKnownCustomer();
  const importId = scheduled.id;
  await withScope(scope, async (tx) => {
    const { organizationId } = scope;
    await tx.import.create({
      data: { organizationId, id: importId, kind: "customers", fileName: "customers.csv" },
      select: { id: true },
    });
    await tx.answerImport.create({
      data: {
        organizationId,
        id: importId,
        fileName: "answers.csv",
        status: "finished",
        profile: { firstRows: [["9", "Tauno.Salainen@example.test"]] },
        preview: { of: "", preview: { names: [{ value: "TAUNO.SALAINEN@EXAMPLE.TEST" }] } },
      },
      select: { id: true },
    });
    await tx.answerImportRejection.create({
      data: {
        organizationId,
        importId,
        line: 2,
        column: 1,
        columnName: "Score",
        value: "tauno.salainen@example.test",
        reason: "notANumber",
      },
      select: { line: true },
    });
    await tx.importRejection.createMany({
      data: [
        { organizationId, importId, line: 2, column: "language", value: "xx", reason: "unknownLanguage" },
        {
          organizationId,
          importId,
          line: 2,
          column: "email",
          value: " Tauno.Salainen@Example.test",
          reason: "email",
        },
      ],
    });
  });
  const everything = async () => {
    const tables = await querySql<{ name: string }>(
      database.superuserUrl,
      "select table_name as name from information_schema.columns where column_name = 'organization_id' and table_schema = 'public'",
    );
    const rows = await Promise.all(
      tables.map(({ name }) =>
        querySql(database.superuserUrl, `select * from ${name} where organization_id = $1`, [
          scope.organizationId,
        ]),
      ),
    );
    return JSON.stringify(rows);
  };
  expect(await everything()).toMatch(traces);
  await eraseCustomer(owner.scope, id);
  const left = await everything();
  expect(left).not.toMatch(traces);
  expect(left).toContain("customer.erased");
});

it("cancels what is open and closes the links that are out", async () => {
  const { scope, owner, id, answered, sent, sentInvitation, waiting, scheduled, undecided } =
    await createKnownCustomer();
  await eraseCustomer(owner.scope, id);
  const { invitations, encounters, mails } = await withScope(scope, async (tx) => ({
    invitations: await tx.invitation.findMany({
      where: { organizationId: scope.organizationId, customerId: id },
      select: { id: true, status: true, expiresAt: true },
    }),
    encounters: await tx.encounter.findMany({
      where: { organizationId: scope.organizationId, customerId: id },
      select: { id: true, noInvitationReason: true },
    }),
    mails: await tx.invitationMail.findMany({
      where: { organizationId: scope.organizationId, state: "queued" },
      select: { invitationId: true },
    }),
  }));
  const status = (invitationId: string) => invitations.find((one) => one.id === invitationId)?.status;
  const reason = (encounterId: string) =>
    encounters.find((one) => one.id === encounterId)?.noInvitationReason;
  expect(status(scheduled.id)).toBe("not_sent");
  expect(reason(waiting.id as string)).toBe("erased");
  expect(reason(undecided.id as string)).toBe("erased");
  // A mail that was sent stays sent: the response rate counts it.
  expect(status(sentInvitation.id)).toBe("sent");
  expect(reason(sent.id as string)).toBeNull();
  expect(reason(answered.encounter.id as string)).toBeNull();
  expect(mails).toEqual([]);
  for (const invitation of invitations)
    expect(invitation.expiresAt.getTime()).toBeLessThanOrEqual(owner.scope.now.getTime());
});

it("keeps the address suppressed after it was forgotten", async () => {
  const { owner, id } = await createKnownCustomer();
  await suppressCustomer(owner.scope, id);
  await eraseCustomer(owner.scope, id);
  const again = await createCustomer(owner.scope, person);
  expect((await getCustomerPage(owner.scope, again.id)).suppression).toBe("suppressed");
});

it("is final: nothing is written back and nobody finds the person", async () => {
  const { owner, id } = await createKnownCustomer();
  await eraseCustomer(owner.scope, id);
  await eraseCustomer(owner.scope, id);
  await expect(updateCustomer(owner.scope, { id, ...person })).rejects.toThrow(ConflictError);
  await expect(suppressCustomer(owner.scope, id)).rejects.toThrow(ConflictError);
  await expect(liftSuppression(owner.scope, id)).rejects.toThrow(ConflictError);
  expect(await searchCustomers(owner.scope, "Tauno")).toEqual([]);
  expect(
    (await listCustomers(owner.scope, customerListInput.parse({}))).rows.map((row) => row.id),
  ).not.toContain(id);
  const erased = await listCustomers(owner.scope, customerListInput.parse({ state: "erased" }));
  expect(erased.rows).toMatchObject([{ id, name: null, email: null, erasedAt: owner.scope.now }]);
});

it("touches nobody else, in this organization or another", async () => {
  const here = await createKnownCustomer();
  const there = await createKnownCustomer();
  await expect(eraseCustomer(here.owner.scope, there.id)).rejects.toThrow(NotFoundError);
  const neighbour = await factory.createCustomer(here.scope, { name: "Naapuri" });
  const kept = await createAnsweredEncounter(here.scope, here.attribution, here.survey, {
    score: 3,
    comment: "Naapurin sanat",
    customerId: neighbour.id,
  });
  await eraseCustomer(here.owner.scope, here.id);
  expect(await getCustomerPage(there.owner.scope, there.id)).toMatchObject(person);
  const comment = await withScope(here.scope, (tx) =>
    tx.response.findFirstOrThrow({ where: { id: kept.response.id }, select: { comment: true } }),
  );
  expect(comment.comment).toBe("Naapurin sanat");
});
