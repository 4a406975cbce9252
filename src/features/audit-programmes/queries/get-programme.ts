import "server-only";
import type { ProgrammeStatus } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { type QuizQuestion, quizQuestions } from "../schema";

export type ProgrammeDetails = {
  id: string;
  name: string;
  status: ProgrammeStatus;
  objective: string;
  form: { id: string; name: string; isPublished: boolean };
  encounterType: { id: string; name: string } | null;
  startsOn: Date;
  endsOn: Date;
  daysBetweenVisits: number | null;
  mostVisitsPerDay: number | null;
  firstLookDays: number;
  appealDays: number;
  attestation: { staffInformedOn: Date; byName: string; at: Date } | null;
  /** Whether audits name employees on the strength of the attestation. */
  namesEmployees: boolean;
  hasAudits: boolean;
  /** What consultants are told; null for managers limited to locations, whose own visits must not be given away. */
  briefing: { scenario: string; brief: string; quiz: QuizQuestion[]; passed: number } | null;
};

/** A programme with its settings; NotFoundError when there is none such. */
export async function getProgramme(scope: Scope, programmeId: string): Promise<ProgrammeDetails> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const programme = await tx.auditProgramme.findUnique({
      where: key(scope, programmeId),
      select: {
        id: true,
        name: true,
        status: true,
        objective: true,
        encounterTypeId: true,
        startsOn: true,
        endsOn: true,
        daysBetweenVisits: true,
        mostVisitsPerDay: true,
        firstLookDays: true,
        appealDays: true,
        staffInformedOn: true,
        attestedByName: true,
        attestedAt: true,
        scenario: true,
        brief: true,
        quiz: true,
        form: { select: { id: true, name: true, currentVersionId: true } },
        _count: { select: { audits: true, briefings: { where: { passedAt: { not: null } } } } },
      },
    });
    if (!programme) throw new NotFoundError();
    const { form, staffInformedOn, attestedByName, attestedAt, scenario, brief, quiz, _count, ...head } =
      programme;
    const { encounterTypeId, ...columns } = head;
    const named = await tx.audit.findFirst({
      where: { organizationId, programmeId, employeeId: { not: null } },
      select: { id: true },
    });
    return {
      ...columns,
      form: { id: form.id, name: form.name, isPublished: form.currentVersionId !== null },
      encounterType: encounterTypeId
        ? await tx.encounterType.findUnique({
            where: key(scope, encounterTypeId),
            select: { id: true, name: true },
          })
        : null,
      attestation:
        staffInformedOn && attestedByName !== null && attestedAt
          ? { staffInformedOn, byName: attestedByName, at: attestedAt }
          : null,
      namesEmployees: named !== null,
      hasAudits: _count.audits > 0,
      briefing:
        scope.locationIds === null
          ? { scenario, brief, quiz: quizQuestions.parse(quiz), passed: _count.briefings }
          : null,
    };
  });
}
