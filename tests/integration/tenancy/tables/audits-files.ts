import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { deleteAuditFile } from "@/features/audits/commands/delete-audit-file";
import {
  forgetAuditFiles,
  forgetFilesLater,
  forgetFileUnlessStored,
} from "@/features/audits/commands/forget-audit-files";
import { insertAuditFile, placeFile } from "@/features/audits/commands/insert-audit-file";
import { storeAppealAttachment } from "@/features/audits/commands/store-appeal-attachment";
import { countPhotos, storeAuditFile } from "@/features/audits/commands/store-audit-file";
import { findStoredAttachment } from "@/features/audits/queries/find-stored-attachment";
import { findStoredPhoto } from "@/features/audits/queries/find-stored-photo";
import { getAuditFile } from "@/features/audits/queries/get-audit-file";
import { readAttachmentPlace } from "@/features/audits/queries/read-attachment-place";
import { readPhotoPlace } from "@/features/audits/queries/read-photo-place";
import { withScope } from "@/server/database";
import { pdfDocument, phonePhoto } from "../../../factories/pictures";
import { newAppeal, newAudit } from "../audit-rows";
import type { Cast } from "../cast";
import { type Lines, line } from "../line";
import type { Place } from "../makers";

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

const attachmentTarget = ({ auditId, messageId }: { auditId: string; messageId: string }) => ({
  auditId,
  appealMessageId: messageId,
  clientKey: uuidv7(),
});

/** What only the auditor does, whoever else may see the audit. */
const auditor = { as: "consultant", own: "changes", foreign: "not found" } as const;

export const auditsFiles: Lines = {
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
};
