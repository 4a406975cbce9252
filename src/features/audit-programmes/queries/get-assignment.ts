import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { AuditStatus, Channel, ProgrammeStatus } from "@/generated/prisma/enums";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { assignmentIsLate, assignmentState, assignmentsWithAudits } from "../assignment-state-sql";
import { type AssignmentState, quizQuestions } from "../schema";
import { requireStartable } from "./require-startable";

/** A quiz as it is asked: which option is right stays here. */
export type AskedQuestion = { key: string; text: string; options: { key: string; text: string }[] };

export type AssignmentDetails = {
  id: string;
  isOwn: boolean;
  state: AssignmentState;
  isLate: boolean;
  isDouble: boolean;
  consultant: string;
  programme: { id: string; name: string; status: ProgrammeStatus; scenario: string; brief: string };
  location: { name: string; address: string | null };
  touchpoint: { name: string; channel: Channel };
  team: string | null;
  windowStartsAt: Date;
  windowEndsAt: Date;
  note: string | null;
  declineReason: string | null;
  audit: { id: string; status: AuditStatus } | null;
  quiz: { questions: AskedQuestion[]; isPassed: boolean };
  /** Why the consultant cannot begin (a key of the messages "errors" with its values); null when nothing is in the way. */
  obstacle: { key: string; values: Record<string, string | number> } | null;
};

/**
 * One's own assignment with its briefing; for owners and managers of the whole organization anybody's. Others find none
 * (NotFoundError).
 */
export async function getAssignment(scope: Scope, assignmentId: string): Promise<AssignmentDetails> {
  const { organizationId, memberId } = scope;
  const seesAll =
    (scope.role === "owner" || scope.role === "manager") &&
    scope.locationIds === null &&
    scope.actor === "member";
  return withScope(scope, async (tx) => {
    const [found] = await tx.$queryRaw<{ state: AssignmentState; isLate: boolean; memberId: string }[]>(
      Prisma.sql`select ${assignmentState(scope)} as state, ${assignmentIsLate(scope)} as "isLate",
                        s.member_id as "memberId"
                   ${assignmentsWithAudits}
                  where s.organization_id = ${organizationId}::uuid and s.id = ${assignmentId}::uuid`,
    );
    const isOwn = found !== undefined && found.memberId === memberId;
    if (!found || !(isOwn || seesAll)) throw new NotFoundError();
    const row = await tx.auditAssignment.findUniqueOrThrow({
      where: key(scope, assignmentId),
      select: {
        id: true,
        memberId: true,
        windowStartsAt: true,
        windowEndsAt: true,
        note: true,
        declineReason: true,
        doubleVisitId: true,
        audit: { select: { id: true, status: true } },
        member: { select: { user: { select: { name: true } } } },
        location: { select: { name: true, address: true } },
        touchpoint: { select: { name: true, channel: true } },
        team: { select: { name: true } },
        programme: {
          select: { id: true, name: true, status: true, scenario: true, brief: true, quiz: true },
        },
      },
    });
    const { programme, member, team, doubleVisitId, memberId: consultantId, ...columns } = row;
    const { quiz, ...briefing } = programme;
    const passed = await tx.auditBriefing.findFirst({
      where: { organizationId, programmeId: programme.id, memberId: consultantId, passedAt: { not: null } },
      select: { attempts: true },
    });
    return {
      ...columns,
      isOwn,
      state: found.state,
      isLate: found.isLate,
      isDouble: doubleVisitId !== null,
      consultant: member.user.name,
      programme: briefing,
      team: team?.name ?? null,
      quiz: {
        questions: quizQuestions.parse(quiz).map(({ key: question, text, options }) => ({
          key: question,
          text,
          options: options.map((option) => ({ key: option.key, text: option.text })),
        })),
        isPassed: passed !== null,
      },
      obstacle: isOwn && !row.audit ? await findObstacle(tx, scope, assignmentId) : null,
    };
  });
}

async function findObstacle(
  tx: Transaction,
  scope: Scope,
  assignmentId: string,
): Promise<AssignmentDetails["obstacle"]> {
  try {
    await requireStartable(tx, scope, assignmentId);
    return null;
  } catch (error) {
    if (error instanceof ConflictError) return { key: error.message, values: error.values };
    throw error;
  }
}
