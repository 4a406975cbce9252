import { expect } from "vitest";
import { discardAudit } from "@/features/audits/commands/discard-audit";
import { keepScore } from "@/features/audits/commands/keep-score";
import { lockOwnAudit, lockWritableAudit } from "@/features/audits/commands/lock-own-audit";
import { saveAuditAnswers, writeAnswer } from "@/features/audits/commands/save-audit-answers";
import { saveVisitDetails } from "@/features/audits/commands/save-visit-details";
import { startAudit } from "@/features/audits/commands/start-audit";
import { startObservation } from "@/features/audits/commands/start-observation";
import { submitAudit } from "@/features/audits/commands/submit-audit";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import { getObservationChoices } from "@/features/audits/queries/get-observation-choices";
import { listNameableEmployees } from "@/features/audits/queries/list-nameable-employees";
import { readAudit, readVisibleAudit } from "@/features/audits/queries/read-audit";
import { readNaming } from "@/features/audits/queries/read-naming";
import { requireCurrentVersion } from "@/features/audits/queries/require-current-version";
import { mayObserve, requireObserver } from "@/features/audits/queries/require-observer";
import { withScope } from "@/server/database";
import { createAuditForm, toAnswerValue } from "../../../factories/audit-forms";
import { createAssignment, createProgramme } from "../../../factories/audits";
import { newAudit } from "../audit-rows";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import { type Place, unique } from "../makers";

const draft = (of: Cast, place: Place) => newAudit(of, place, "draft");

const assignment = async (of: Cast, { locationId }: Place) => {
  const form = await createAuditForm(of.scope, { name: `${of.mark} form ${unique()}` });
  const programme = await createProgramme(of.scope, {
    formId: form.id,
    name: `${of.mark} programme ${unique()}`,
  });
  const { id } = await createAssignment(of.scope, {
    programmeId: programme.id,
    memberId: of.people.consultant.memberId,
    locationId,
    touchpointId: of.touchpointId,
  });
  return { id, formId: form.id, versionId: form.versionId };
};

/** The same for a consultant who has declared no conflict of interest (other lines declare some). */
const unbiasedAssignment = async (of: Cast, place: Place) => {
  const { organizationId } = of.scope;
  const { memberId } = of.people.consultant;
  await withScope(of.scope, (tx) => tx.auditConflict.deleteMany({ where: { organizationId, memberId } }));
  return assignment(of, place);
};

/** An observation of the caller's, and the same things of `of`, one of which a line puts into it. */
const observation = async (of: Cast, place: Place, caller: Cast) => {
  const at = async (cast: Cast, where: Place) => ({
    formId: (await assignment(cast, where)).formId,
    touchpointId: cast.touchpointId,
    locationId: where.locationId,
    employeeId: where.employeeId,
    encounterTypeId: cast.encounterTypeId,
    staffInformedOn: "2026-01-01",
  });
  return { mine: await at(caller, caller.here), theirs: await at(of, place) };
};

const visit = { visitStartedAt: null, visitEndedAt: null, employeeId: null, summary: "Calm." };

const change = { itemKey: "greeted", basedOn: 1, value: toAnswerValue(false) };

/** What only the auditor does, whoever else may see the audit. */
const auditor = { as: "consultant", own: "changes", foreign: "not found" } as const;

const entering = { permission: "audits.enter", as: "consultant" } as const;

export const auditsEntry: Lines = {
  startAudit: line({
    ...auditor,
    given: unbiasedAssignment,
    call: (scope, { id }) => startAudit(scope, { assignmentId: id }),
  }),
  startObservation: [
    line({
      given: observation,
      call: (scope, { theirs }) => startObservation(scope, theirs),
      own: "changes",
      foreign: "not found",
      limited: "not found",
    }),
    ...(["formId", "touchpointId", "locationId", "employeeId", "encounterTypeId"] as const).map((field) =>
      line({
        given: observation,
        call: (scope, { mine, theirs }) => startObservation(scope, { ...mine, [field]: theirs[field] }),
        own: "changes",
        foreign: "not found",
      }),
    ),
  ],
  saveAuditAnswers: line({
    ...auditor,
    given: draft,
    call: (scope, { auditId }) => saveAuditAnswers(scope, { auditId, changes: [change] }),
  }),
  writeAnswer: line({
    ...auditor,
    given: draft,
    call: (scope, { auditId, form }) =>
      withScope(scope, (tx) =>
        writeAnswer(tx, scope, auditId, {
          itemId: form.itemIds.greeted as string,
          revision: 2,
          value: toAnswerValue(false),
        }),
      ),
    foreign: "constraint",
  }),
  saveVisitDetails: [
    line({
      ...auditor,
      given: draft,
      call: (scope, { auditId }) => saveVisitDetails(scope, { auditId, ...visit }),
    }),
    line({
      ...auditor,
      // The caller's own audit, and an employee who may be somebody else's.
      given: async (_of, place, caller) => ({
        ...(await draft(caller, caller.here)),
        employeeId: place.employeeId,
      }),
      call: (scope, { auditId, employeeId }) => saveVisitDetails(scope, { auditId, ...visit, employeeId }),
      foreign: "invalid",
    }),
  ],
  submitAudit: line({
    ...auditor,
    given: draft,
    call: (scope, { auditId }) => submitAudit(scope, { auditId }),
  }),
  discardAudit: line({
    ...auditor,
    given: draft,
    call: (scope, { auditId }) => discardAudit(scope, { auditId }),
  }),
  lockOwnAudit: line({
    ...auditor,
    given: draft,
    call: (scope, { auditId }) => withScope(scope, (tx) => lockOwnAudit(tx, scope, auditId)),
    own: "runs",
  }),
  lockWritableAudit: line({
    ...auditor,
    given: draft,
    call: (scope, { auditId }) => withScope(scope, (tx) => lockWritableAudit(tx, scope, auditId)),
    own: "runs",
  }),

  getAuditEntry: [
    line({
      ...auditor,
      given: draft,
      call: (scope, { auditId }) => getAuditEntry(scope, auditId),
      own: "shows",
    }),
    line({
      given: draft,
      as: "owner",
      call: (scope, { auditId }) => getAuditEntry(scope, auditId),
      own: "not found",
      foreign: "not found",
    }),
  ],
  readAudit: line({
    given: draft,
    as: "owner",
    call: (scope, { auditId }) => withScope(scope, (tx) => readAudit(tx, scope, auditId)),
    own: "shows",
    foreign: "not found",
  }),
  readVisibleAudit: [
    line({
      given: (of, place) => newAudit(of, place),
      call: (scope, { auditId }) => withScope(scope, (tx) => readVisibleAudit(tx, scope, auditId)),
      own: "shows",
      foreign: "not found",
      limited: "not found",
      employee: "not found",
    }),
    line({
      given: draft,
      as: "owner",
      call: (scope, { auditId }) => withScope(scope, (tx) => readVisibleAudit(tx, scope, auditId)),
      own: "not found",
      foreign: "not found",
    }),
  ],
  getObservationChoices: line({
    given: (_of, { employeeId }) => ({ id: employeeId }),
    call: (scope) => getObservationChoices(scope),
    own: "shows",
    foreign: "hides",
    limited: "hides",
  }),
  keepScore: line({
    given: draft,
    call: (scope, { auditId, form }) =>
      withScope(scope, (tx) =>
        keepScore(tx, scope, {
          id: auditId,
          definition: form.definition,
          itemIds: form.itemIds,
          answers: { greeted: toAnswerValue(false) },
        }),
      ),
    own: "changes",
    // Prisma's own error: the caller has locked the audit, so it is there.
    foreign: ({ error }) => expect(error).toMatchObject({ code: "P2025" }),
  }),
  listNameableEmployees: line({
    given: (_of, { locationId, employeeId }) => ({ id: employeeId, locationId }),
    call: (scope, { locationId }) =>
      withScope(scope, (tx) => listNameableEmployees(tx, scope, { locationId, teamId: null })),
    own: "shows",
    foreign: "nothing",
  }),
  readNaming: line({
    given: draft,
    call: (scope, { auditId }) => withScope(scope, (tx) => readNaming(tx, scope, auditId, null)),
    own: ({ result }) => expect(result).toMatchObject({ mayName: true }),
    foreign: "not found",
  }),
  requireCurrentVersion: line({
    given: async (of, place) => {
      const { formId, versionId } = await assignment(of, place);
      return { id: versionId, formId };
    },
    call: (scope, { formId }) => withScope(scope, (tx) => requireCurrentVersion(tx, scope, formId)),
    own: "shows",
    foreign: "not found",
  }),
  mayObserve: line({
    call: (scope) => withScope(scope, (tx) => mayObserve(tx, scope)),
    own: ({ result }) => expect(result).toBe(true),
    foreign: "takes nothing",
  }),
  requireObserver: line({
    as: "consultant",
    call: (scope) => withScope(scope, (tx) => requireObserver(tx, scope)),
    own: "forbidden",
    foreign: "takes nothing",
  }),

  startAuditAction: action({
    ...entering,
    given: unbiasedAssignment,
    input: ({ id }) => ({ assignmentId: id }),
    foreign: "not found",
  }),
  startObservationAction: action({
    ...entering,
    as: "manager",
    given: observation,
    input: ({ theirs }) => theirs,
    foreign: "not found",
  }),
  saveAuditAnswersAction: action({
    ...entering,
    given: draft,
    input: ({ auditId }) => ({ auditId, changes: [change] }),
    foreign: "not found",
  }),
  saveVisitAction: action({
    ...entering,
    given: draft,
    input: ({ auditId }) => ({ auditId, ...visit }),
    foreign: "not found",
  }),
  submitAuditAction: action({
    ...entering,
    given: draft,
    input: ({ auditId }) => ({ auditId }),
    foreign: "not found",
  }),
  discardAuditAction: action({
    ...entering,
    given: draft,
    input: ({ auditId }) => ({ auditId }),
    foreign: "not found",
  }),
};
