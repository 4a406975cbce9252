import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { deleteAuditFile } from "@/features/audits/commands/delete-audit-file";
import { discardAudit } from "@/features/audits/commands/discard-audit";
import {
  forgetAuditFiles,
  forgetFilesLater,
  forgetFileUnlessStored,
} from "@/features/audits/commands/forget-audit-files";
import { insertAuditFile, placeFile } from "@/features/audits/commands/insert-audit-file";
import { keepScore } from "@/features/audits/commands/keep-score";
import { lockOwnAudit, lockWritableAudit } from "@/features/audits/commands/lock-own-audit";
import { saveAuditAnswers, writeAnswer } from "@/features/audits/commands/save-audit-answers";
import { saveVisitDetails } from "@/features/audits/commands/save-visit-details";
import { startAudit } from "@/features/audits/commands/start-audit";
import { startObservation } from "@/features/audits/commands/start-observation";
import { storeAppealAttachment } from "@/features/audits/commands/store-appeal-attachment";
import { countPhotos, storeAuditFile } from "@/features/audits/commands/store-audit-file";
import { submitAudit } from "@/features/audits/commands/submit-audit";
import { findStoredAttachment } from "@/features/audits/queries/find-stored-attachment";
import { findStoredPhoto } from "@/features/audits/queries/find-stored-photo";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import { getAuditFile } from "@/features/audits/queries/get-audit-file";
import { getObservationChoices } from "@/features/audits/queries/get-observation-choices";
import { listNameableEmployees } from "@/features/audits/queries/list-nameable-employees";
import { readAttachmentPlace } from "@/features/audits/queries/read-attachment-place";
import { readAudit, readVisibleAudit } from "@/features/audits/queries/read-audit";
import { readNaming } from "@/features/audits/queries/read-naming";
import { readPhotoPlace } from "@/features/audits/queries/read-photo-place";
import { requireCurrentVersion } from "@/features/audits/queries/require-current-version";
import { mayObserve, requireObserver } from "@/features/audits/queries/require-observer";
import { withScope } from "@/server/database";
import { createAssignment, createAuditForm, createProgramme, toAnswerValue } from "../../../factories/audits";
import { pdfDocument, phonePhoto } from "../../../factories/pictures";
import { newAppeal, newAudit } from "../audit-rows";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import { type Place, unique } from "../makers";

const draft = (of: Cast, place: Place) => newAudit(of, place, "draft");

/** A photo of a draft, or of a published audit, as rows. */
const photo =
  (status: "draft" | "published") =>
  async (
    of: Cast,
    place: Place,
  ): Promise<{ id: string; auditId: string; clientKey: string; itemId: string }> => {
    const { auditId, form } = await newAudit(of, place, status);
    const [id, clientKey, itemId] = [uuidv7(), uuidv7(), form.itemIds.greeted as string];
    await withScope(of.scope, (tx) =>
      tx.auditFile.createMany({
        data: {
          organizationId: of.organization.id,
          id,
          auditId,
          itemId,
          clientKey,
          contentType: "image/jpeg",
          bytes: 3,
          storage: "database",
          content: new TextEncoder().encode("jpg"),
          uploadedByMemberId: of.people.consultant.memberId,
        },
      }),
    );
    return { id, auditId, clientKey, itemId };
  };

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
const attachmentTarget = ({ auditId, messageId }: { auditId: string; messageId: string }) => ({
  auditId,
  appealMessageId: messageId,
  clientKey: uuidv7(),
});

/** What only the auditor does, whoever else may see the audit. */
const auditor = { as: "consultant", own: "changes", foreign: "not found" } as const;
const entering = { permission: "audits.enter", as: "consultant" } as const;

export const auditsEntry: Lines = {
  startAudit: line({
    ...auditor,
    given: assignment,
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

  storeAuditFile: line({
    ...auditor,
    given: draft,
    call: async (scope, { auditId }) =>
      storeAuditFile(scope, { auditId, itemKey: "greeted", clientKey: uuidv7() }, await phonePhoto()),
  }),
  countPhotos: line({
    ...auditor,
    given: photo("draft"),
    call: (scope, { auditId, itemId }) =>
      withScope(scope, (tx) => countPhotos(tx, scope, { auditId, itemId, answer: null, isAdded: true })),
    foreign: "constraint",
  }),
  placeFile: line({
    call: (scope) =>
      placeFile(scope, { content: new Uint8Array(3), contentType: "image/jpeg", width: 1, height: 1 }),
    own: "runs",
    foreign: "takes nothing",
  }),
  insertAuditFile: line({
    ...auditor,
    given: draft,
    call: async (scope, { auditId }) => {
      const file = { content: new Uint8Array(3), contentType: "image/jpeg", width: 1, height: 1 } as const;
      const placed = await placeFile(scope, file);
      const of = { auditId, clientKey: uuidv7(), itemId: null, appealMessageId: null };
      return withScope(scope, (tx) => insertAuditFile(tx, scope, placed, of));
    },
    foreign: "constraint",
  }),
  deleteAuditFile: line({
    ...auditor,
    given: photo("draft"),
    call: (scope, { id, auditId }) => deleteAuditFile(scope, { auditId, fileId: id }),
  }),
  forgetAuditFiles: line({
    given: photo("draft"),
    as: "job",
    call: (scope, { id }) => forgetAuditFiles(scope, [id]),
    own: "runs",
    // Not one of the caller's files, so it would go from the caller's folder of the bucket, which there is none of here.
    foreign: ({ error }) => expect(String(error)).toContain("BUCKET_"),
  }),
  forgetFilesLater: line({
    call: (scope) =>
      withScope(scope, (tx) => forgetFilesLater(tx, scope, [{ id: uuidv7(), storage: "bucket" }])),
    own: "changes",
    foreign: "takes nothing",
  }),
  forgetFileUnlessStored: line({
    call: (scope) => forgetFileUnlessStored(scope, uuidv7()),
    own: "changes",
    foreign: "takes nothing",
  }),
  storeAppealAttachment: line({
    given: (of, place) => newAppeal(of, place),
    as: "employee",
    call: (scope, appeal) => storeAppealAttachment(scope, attachmentTarget(appeal), pdfDocument()),
    own: "changes",
    foreign: "not found",
    employee: "not found",
  }),

  findStoredPhoto: line({
    ...auditor,
    given: photo("draft"),
    call: (scope, { auditId, clientKey }) =>
      findStoredPhoto(scope, { auditId, itemKey: "greeted", clientKey }),
    own: "shows",
  }),
  readPhotoPlace: line({
    ...auditor,
    given: photo("draft"),
    call: (scope, { auditId, clientKey }) =>
      withScope(scope, (tx) => readPhotoPlace(tx, scope, { auditId, itemKey: "greeted", clientKey })),
    own: "shows",
  }),
  findStoredAttachment: line({
    given: (of, place) => newAppeal(of, place),
    as: "employee",
    call: (scope, appeal) => findStoredAttachment(scope, attachmentTarget(appeal)),
    own: "nothing",
    foreign: "not found",
    employee: "not found",
  }),
  readAttachmentPlace: line({
    given: (of, place) => newAppeal(of, place),
    as: "employee",
    call: (scope, appeal) =>
      withScope(scope, (tx) => readAttachmentPlace(tx, scope, attachmentTarget(appeal))),
    own: "nothing",
    foreign: "not found",
    employee: "not found",
  }),
  getAuditFile: [
    line({
      given: photo("published"),
      call: (scope, { id, auditId }) => getAuditFile(scope, auditId, id),
      own: "shows",
      foreign: "not found",
      limited: "not found",
      employee: "not found",
    }),
    line({
      given: photo("draft"),
      as: "owner",
      call: (scope, { id, auditId }) => getAuditFile(scope, auditId, id),
      own: "not found",
      foreign: "not found",
    }),
  ],
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
    given: assignment,
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
