import { expect, test } from "vitest";
import { judgeFailure } from "./mail-delivery";

const failure = (fields: { responseCode?: number; command?: string; code?: string }) =>
  Object.assign(new Error("failed"), fields);
const toRecipient = (reply: string) =>
  judgeFailure(failure({ responseCode: Number(reply.slice(0, 3)), command: "RCPT TO" }), reply, "before");

// Replies as mail servers word them: Postfix, Exim, Exchange Online, Gmail, Yahoo.
test.each([
  "550 5.1.1 <a@b.test>: Recipient address rejected: User unknown in local recipient table",
  "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
  "550-5.1.1 The email account that you tried to reach does not exist.",
  "550 5.2.1 The email account that you tried to reach is inactive.",
  "550 Unrouteable address",
  "553 Mailbox name not allowed",
  "551 User not local",
])("the address does not exist: %s", (reply) => {
  expect(toRecipient(reply)).toMatchObject({ kind: "refused", isLasting: true, isAddress: true });
});

test.each([
  "550 5.7.1 Service unavailable, client host blocked using Spamhaus",
  "554 5.7.1 <a@b.test>: Relay access denied",
  "550 relay not permitted",
  "550 5.1.8 <no-reply@x.test>: Sender address rejected: Domain not found",
  "530 5.7.0 Authentication required",
  "552 5.2.2 The email account that you tried to reach is over quota.",
  "451 4.7.1 Greylisting in action, please come back later",
  "450 4.2.1 The user is receiving mail too quickly",
  "554 Service unavailable",
])("something the sender or time can change: %s", (reply) => {
  expect(toRecipient(reply)).toMatchObject({ kind: "refused", isLasting: false, isAddress: false });
});

test("the finished message refused: lasting for 5xx, never the address's fault", () => {
  const refuse = (reply: string) =>
    judgeFailure(failure({ responseCode: Number(reply.slice(0, 3)), command: "DATA" }), reply, "after");
  expect(refuse("554 5.6.0 rejected as spam")).toMatchObject({ isLasting: true, isAddress: false });
  expect(refuse("452 4.3.1 Insufficient system storage")).toMatchObject({
    isLasting: false,
    isAddress: false,
  });
});

test("silence: before the end nothing has left, after it nobody knows", () => {
  const broken = failure({ code: "ECONNECTION" });
  expect(judgeFailure(broken, "ECONNRESET", "before")).toEqual({ kind: "unreachable", reply: "ECONNRESET" });
  expect(judgeFailure(broken, "ECONNRESET", "after")).toEqual({ kind: "unconfirmed", reply: "ECONNRESET" });
});

test("an address that cannot be written in SMTP is refused without asking anybody", () => {
  const unusable = failure({ code: "EENVELOPE", command: "API" });
  expect(judgeFailure(unusable, "EENVELOPE", "before")).toMatchObject({
    kind: "refused",
    isLasting: true,
    isAddress: true,
  });
});

test("what is kept of a reply holds no address and fits a line", () => {
  const outcome = toRecipient(`550 5.1.1 <maija@example.test>:\r\n unknown ${"x".repeat(500)}`);
  expect("reply" in outcome && outcome.reply).toMatch(/^550 5\.1\.1 <…>: unknown x+$/);
  expect("reply" in outcome && outcome.reply.length).toBe(300);
});
