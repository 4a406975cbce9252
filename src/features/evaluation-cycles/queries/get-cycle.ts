import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { type LocalizedText, localizedText } from "@/server/input";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { type CycleGroup, type EvaluationCycleStatus, RATER_GROUPS } from "../schema";

export type CycleDetails = {
  id: string;
  name: string;
  purpose: LocalizedText;
  status: EvaluationCycleStatus;
  framework: { id: string; name: string; versionNumber: number | null };
  anonymityK: number;
  commentK: number;
  gapThreshold: number | null;
  nominatedBy: "subject" | "manager";
  nominateUntil: Date | null;
  opensOn: Date;
  closesOn: Date;
  reminderDays: number[];
  managersSee: boolean;
  ownersSee: boolean;
  subjectSeesAfterDays: number;
  firstInvitedAt: Date | null;
  closedAt: Date | null;
  releasedAt: Date | null;
  /** In the order they are shown. */
  groups: CycleGroup[];
};

/** A cycle with its settings; NotFoundError when there is none such, ForbiddenError for managers limited to locations. */
export async function getCycle(scope: Scope, cycleId: string): Promise<CycleDetails> {
  requireWholeOrganization(scope);
  const cycle = await withScope(scope, (tx) =>
    tx.evaluationCycle.findUnique({
      where: key(scope, cycleId),
      select: {
        id: true,
        name: true,
        purpose: true,
        status: true,
        anonymityK: true,
        commentK: true,
        gapThreshold: true,
        nominatedBy: true,
        nominateUntil: true,
        opensOn: true,
        closesOn: true,
        reminderDays: true,
        managersSee: true,
        ownersSee: true,
        subjectSeesAfterDays: true,
        firstInvitedAt: true,
        closedAt: true,
        releasedAt: true,
        framework: { select: { id: true, name: true } },
        version: { select: { number: true } },
        groups: { select: { raterGroup: true, minimum: true, maximum: true } },
      },
    }),
  );
  if (!cycle) throw new NotFoundError();
  const { framework, version, groups, purpose, ...columns } = cycle;
  return {
    ...columns,
    purpose: localizedText.parse(purpose),
    framework: { ...framework, versionNumber: version?.number ?? null },
    groups: RATER_GROUPS.flatMap((group) => groups.filter(({ raterGroup }) => raterGroup === group)),
  };
}
