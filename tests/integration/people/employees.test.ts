import { expect, it } from "vitest";
import { archiveEmployee } from "@/features/people/commands/archive-employee";
import { archiveTeam } from "@/features/people/commands/archive-team";
import { createEmployee } from "@/features/people/commands/create-employee";
import { deleteEmployee } from "@/features/people/commands/delete-employee";
import { restoreEmployee } from "@/features/people/commands/restore-employee";
import { updateEmployee } from "@/features/people/commands/update-employee";
import { getActiveEmployee } from "@/features/people/queries/get-active-employee";
import { listEmployeeOptions } from "@/features/people/queries/list-employee-options";
import { listEmployees } from "@/features/people/queries/list-employees";
import { type EmployeeInput, employeeListInput } from "@/features/people/schema";
import { withOwnPapers, withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createEncounter } from "../../factories/encounters";
import { createTeam } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

const list = (values: Record<string, string> = {}) => employeeListInput.parse(values);
const input = (locationId: string, overrides: Partial<EmployeeInput> = {}): EmployeeInput => ({
  name: "Aino Virtanen",
  email: "aino@example.test",
  title: "Palveluneuvoja",
  externalReference: "E-1",
  locationId,
  teamId: null,
  ...overrides,
});

it("keeps what was written, found by name, address, title and reference", async () => {
  const { owner, location, otherLocation } = await createSmallOrganization();
  const { id } = await createEmployee(owner.scope, input(location.id));
  for (const q of ["virta", "aino@", "neuvoja", "e-1"]) {
    expect((await listEmployees(owner.scope, list({ q }))).rows.map((row) => row.id)).toEqual([id]);
  }
  expect((await listEmployees(owner.scope, list({ q: "aino" }))).rows[0]).toMatchObject({
    name: "Aino Virtanen",
    locationName: location.name,
    teamName: null,
    isUsed: false,
  });
  expect((await listEmployees(owner.scope, list({ location: otherLocation.id }))).total).toBe(1);
  expect((await listEmployees(owner.scope, list({ location: location.id }))).total).toBe(2);
});

it("refuses an address or reference that is taken, each at its field", async () => {
  const { owner, location } = await createSmallOrganization();
  await createEmployee(owner.scope, input(location.id));
  await expect(createEmployee(owner.scope, input(location.id))).rejects.toMatchObject({
    fields: { email: "emailTaken", externalReference: "referenceTaken" },
  });
  const other = await createEmployee(
    owner.scope,
    input(location.id, { email: null, externalReference: "E-2" }),
  );
  await expect(
    updateEmployee(owner.scope, { id: other.id, ...input(location.id, { email: null }) }),
  ).rejects.toMatchObject({ fields: { externalReference: "referenceTaken" } });
  // Two people may have one name.
  expect((await listEmployees(owner.scope, list({ q: "Aino Virtanen" }))).total).toBe(2);
});

it("never touches earlier encounters when an employee moves", async () => {
  const { owner, scope, employee, attribution, otherLocation } = await createSmallOrganization();
  const encounter = await createEncounter(scope, attribution);
  await updateEmployee(owner.scope, { id: employee.id, ...input(otherLocation.id) });
  const stored = await withScope(scope, (tx) =>
    tx.encounter.findUniqueOrThrow({
      where: key(scope, encounter.id),
      select: { locationId: true, teamId: true, employeeId: true },
    }),
  );
  expect(stored).toEqual({
    locationId: attribution.locationId,
    teamId: attribution.teamId,
    employeeId: employee.id,
  });
  const now = await withScope(scope, (tx) => getActiveEmployee(tx, owner.scope, employee.id));
  expect(now).toMatchObject({ locationId: otherLocation.id, teamId: null });
});

it("belongs to a team of the own location or of the whole organization", async () => {
  const { owner, scope, location, otherLocation, team } = await createSmallOrganization();
  const shared = await createTeam(scope);
  await expect(
    createEmployee(owner.scope, input(otherLocation.id, { teamId: team.id })),
  ).rejects.toMatchObject({
    fields: { teamId: "teamElsewhere" },
  });
  await createEmployee(owner.scope, input(otherLocation.id, { teamId: shared.id }));
  const inTeam = await createEmployee(
    owner.scope,
    input(location.id, { teamId: team.id, email: null, externalReference: null }),
  );
  // Encounters from now on are not attributed to an archived team.
  await archiveTeam(owner.scope, team.id);
  expect((await withScope(scope, (tx) => getActiveEmployee(tx, owner.scope, inTeam.id))).teamId).toBeNull();
});

it("is archived once used, and deleted only before", async () => {
  const { owner, scope, employee, employeeMember, attribution, location } = await createSmallOrganization();
  await createEncounter(scope, attribution);
  await expect(deleteEmployee(owner.scope, employee.id)).rejects.toThrow(ConflictError);
  await archiveEmployee(owner.scope, employee.id);
  expect((await listEmployeeOptions(owner.scope)).map((option) => option.id)).not.toContain(employee.id);
  expect(
    (await listEmployeeOptions(owner.scope, { includeArchived: true })).map((option) => option.id),
  ).toContain(employee.id);
  await expect(withScope(scope, (tx) => getActiveEmployee(tx, owner.scope, employee.id))).rejects.toThrow(
    NotFoundError,
  );
  await restoreEmployee(owner.scope, employee.id);
  await withScope(scope, (tx) => getActiveEmployee(tx, owner.scope, employee.id));
  const unused = await createEmployee(owner.scope, input(location.id));
  await deleteEmployee(owner.scope, unused.id);
  // Feedback among colleagues, which nobody here may see, holds on to its two as well.
  const receiver = await createEmployee(owner.scope, input(location.id));
  await withOwnPapers(employeeMember.scope, (tx) =>
    tx.peerFeedback.createMany({
      data: {
        organizationId: scope.organizationId,
        status: "requested",
        giverEmployeeId: employee.id,
        receiverEmployeeId: receiver.id,
        requestedAt: scope.now,
      },
    }),
  );
  await expect(deleteEmployee(owner.scope, receiver.id)).rejects.toThrow(ConflictError);
});

it("is seen and changed by a manager only within the manager's locations", async () => {
  const { localManager, employee, otherEmployee, location, otherLocation } = await createSmallOrganization();
  const { scope } = localManager;
  expect((await listEmployees(scope, list({ archived: "all" }))).rows.map((row) => row.id)).toEqual([
    employee.id,
  ]);
  expect((await listEmployees(scope, list({ location: otherLocation.id }))).total).toBe(0);
  expect((await listEmployeeOptions(scope)).map((option) => option.id)).toEqual([employee.id]);
  await expect(withScope(scope, (tx) => getActiveEmployee(tx, scope, otherEmployee.id))).rejects.toThrow(
    NotFoundError,
  );
  await expect(updateEmployee(scope, { id: otherEmployee.id, ...input(location.id) })).rejects.toThrow(
    NotFoundError,
  );
  await expect(updateEmployee(scope, { id: employee.id, ...input(otherLocation.id) })).rejects.toThrow(
    NotFoundError,
  );
  await expect(createEmployee(scope, input(otherLocation.id))).rejects.toThrow(NotFoundError);
  for (const command of [archiveEmployee, restoreEmployee, deleteEmployee]) {
    await expect(command(scope, otherEmployee.id)).rejects.toThrow(NotFoundError);
  }
  await createEmployee(scope, input(location.id));
});

it("offers an employee's own self alone to somebody in the role employee", async () => {
  const { employeeMember, employee, otherEmployee } = await createSmallOrganization();
  const { scope } = employeeMember;
  expect((await listEmployeeOptions(scope)).map((option) => option.id)).toEqual([employee.id]);
  await expect(withScope(scope, (tx) => getActiveEmployee(tx, scope, otherEmployee.id))).rejects.toThrow(
    NotFoundError,
  );
});

it("knows nobody of another organization", async () => {
  const here = await createSmallOrganization();
  const there = await createSmallOrganization();
  const { scope } = here.owner;
  const foreign = there.employee.id;
  await expect(updateEmployee(scope, { id: foreign, ...input(here.location.id) })).rejects.toThrow(
    NotFoundError,
  );
  await expect(createEmployee(scope, input(there.location.id))).rejects.toThrow(NotFoundError);
  await expect(createEmployee(scope, input(here.location.id, { teamId: there.team.id }))).rejects.toThrow(
    NotFoundError,
  );
  for (const command of [archiveEmployee, restoreEmployee, deleteEmployee]) {
    await expect(command(scope, foreign)).rejects.toThrow(NotFoundError);
  }
  expect((await listEmployees(scope, list())).rows.map((row) => row.id)).not.toContain(foreign);
  expect((await listEmployeeOptions(scope)).map((option) => option.id)).not.toContain(foreign);
});
