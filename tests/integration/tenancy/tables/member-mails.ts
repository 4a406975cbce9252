import { expect } from "vitest";
import { writeAuditMail } from "@/features/audits/queries/write-audit-mail";
import {
  cancelMemberMail,
  findUnsentMemberMail,
} from "@/features/organizations/commands/find-unsent-member-mail";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { sendMemberMail } from "@/features/organizations/commands/send-member-mail";
import { setObserver } from "@/features/organizations/commands/set-observer";
import { withScope } from "@/server/database";
import { newAudit } from "../audit-rows";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import { newMemberMail } from "../programme-rows";

const member = async (of: Cast) => ({ memberId: (await of.newMember()).memberId });
const text = { subject: "Hello", paragraphs: ["…"], button: { label: "Open", path: "/" } };

const organizations: Lines = {
  queueMemberMail: line({
    given: member,
    as: "job",
    call: (scope, { memberId }) =>
      withScope(scope, (tx) =>
        queueMemberMail(tx, scope, { memberId, kind: "auditReturned", subjectId: memberId }),
      ),
    own: ({ changed }) => expect(changed).toEqual(["jobs", "member_mails"]),
    foreign: "constraint",
  }),
  findUnsentMemberMail: line({
    given: newMemberMail,
    as: "job",
    call: (scope, { id }) => withScope(scope, (tx) => findUnsentMemberMail(tx, scope, id)),
    own: "shows",
    foreign: "nothing",
  }),
  cancelMemberMail: line({
    given: newMemberMail,
    as: "job",
    call: (scope, { id }) => withScope(scope, (tx) => cancelMemberMail(tx, scope, id)),
    own: ({ changed }) => expect(changed).toEqual(["member_mails"]),
    foreign: "nothing",
  }),
  sendMemberMail: line({
    given: newMemberMail,
    as: "job",
    call: (scope, { id }) => sendMemberMail(scope, id, async () => text),
    // No mail server listens: the failed try is written down and planned again.
    own: ({ changed }) => expect(changed).toEqual(["jobs", "member_mails"]),
    foreign: "nothing",
  }),
  setObserver: line({
    as: "owner",
    given: member,
    call: (scope, { memberId }) => setObserver(scope, { memberId, mayObserve: true }),
    own: "changes",
    foreign: "not found",
  }),
  setObserverAction: action({
    permission: "members.manage",
    as: "owner",
    given: member,
    input: ({ memberId }) => ({ memberId, mayObserve: true }),
    foreign: "not found",
  }),
};

const audits: Lines = {
  writeAuditMail: line({
    as: "consultant",
    given: (of, place) => newAudit(of, place, "returned"),
    call: (scope, { id }) =>
      writeAuditMail(scope, {
        id,
        kind: "auditReturned",
        subjectId: id,
        occasion: "1",
        attempts: 0,
        reader: { memberId: id, userId: id, name: "Reader", email: "reader@example.test", language: "en" },
      }),
    own: ({ result }) =>
      expect(result).toMatchObject({ button: { path: expect.stringContaining("/enter") } }),
    foreign: "nothing",
  }),
};

export const memberMails = { organizations, audits };
