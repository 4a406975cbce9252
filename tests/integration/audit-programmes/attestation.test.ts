import { expect, test } from "vitest";
import { attestStaffInformed } from "@/features/audit-programmes/commands/attest-staff-informed";
import { withdrawAttestation } from "@/features/audit-programmes/commands/withdraw-attestation";
import { getProgramme } from "@/features/audit-programmes/queries/get-programme";
import { listActivity } from "@/features/organizations/queries/list-activity";
import { setUpTestDatabase } from "../../database";
import { createAudit } from "../../factories/audits";
import { day, tellStory } from "./story";

setUpTestDatabase();

test("the staff being informed is attested by a named member, and withdrawn only while nobody is named", async () => {
  const { scope, owner, programme, form, consultant, location, touchpoint, employee } = await tellStory({
    staffInformedOn: null,
  });
  const programmeId = programme.id;
  const attest = (since: string) => attestStaffInformed(owner.scope, { programmeId, staffInformedOn: since });
  await expect(attest(day(1))).rejects.toMatchObject({ fields: { staffInformedOn: "attestedInFuture" } });
  await attest(day(-3));
  await expect(attest(day(-2))).rejects.toThrow("attestedAlready");
  expect((await getProgramme(owner.scope, programmeId)).attestation).toEqual({
    staffInformedOn: new Date(`${day(-3)}T00:00:00Z`),
    byName: "The owner",
    at: owner.scope.now,
  });

  await withdrawAttestation(owner.scope, { programmeId });
  expect((await getProgramme(owner.scope, programmeId)).attestation).toBeNull();

  await attest(day(-3));
  await createAudit(scope, {
    form,
    programmeId,
    auditorMemberId: consultant.memberId,
    locationId: location.id,
    touchpointId: touchpoint.id,
    employeeId: employee.id,
    status: "draft",
  });
  await expect(withdrawAttestation(owner.scope, { programmeId })).rejects.toThrow("attestationUsed");
  const { rows } = await listActivity(owner.scope, { page: 1, group: "audits" });
  expect(rows.map(({ action }) => action)).toEqual([
    "programme.attested",
    "programme.attestationWithdrawn",
    "programme.attested",
  ]);
});
