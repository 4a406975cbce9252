import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { joinClasses } from "@/ui/join-classes";
import { Moment } from "@/ui/moment";
import type { EncounterDetail, EncounterMail } from "../schema";

type Step = {
  key: string;
  text: ReactNode;
  at: Date | null;
  detail?: ReactNode;
  tone?: "done" | "failed" | "ahead";
};

const DOTS = {
  done: "bg-accent",
  failed: "bg-danger",
  ahead: "border-2 border-line-strong bg-surface",
};

/** What has happened to an encounter and what is still ahead, in order. */
export function Timeline({
  encounter,
  now,
  moment,
}: {
  encounter: EncounterDetail;
  now: Date;
  moment: (instant: Date) => string;
}) {
  const t = useTranslations("encounters.timeline");
  return (
    <ol className="flex flex-col">
      {listSteps(encounter, now, t).map((step, index, all) => (
        <li key={step.key} className="relative flex gap-3.5 pb-5 last:pb-0">
          {index < all.length - 1 && (
            <span aria-hidden className="absolute top-4 bottom-0 left-[0.3125rem] w-px bg-line-strong" />
          )}
          <span
            aria-hidden
            className={joinClasses("mt-1.5 size-2.5 shrink-0 rounded-full", DOTS[step.tone ?? "done"])}
          />
          <div className="min-w-0">
            <p className={step.tone === "ahead" ? "text-muted" : "font-medium text-ink"}>{step.text}</p>
            {step.at && (
              <p className="text-sm text-muted">
                <Moment iso={step.at.toISOString()} text={moment(step.at)} />
              </p>
            )}
            {step.detail && <div className="mt-0.5 text-sm break-words text-muted">{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

type Translate = ReturnType<typeof useTranslations<"encounters.timeline">>;

function listSteps(encounter: EncounterDetail, now: Date, t: Translate): Step[] {
  const steps: Step[] = [{ key: "recorded", text: describeRecording(encounter, t), at: encounter.createdAt }];
  const { invitation, state } = encounter;
  if (state.kind === "not_invited" && !invitation) {
    return [...steps, { key: "not-invited", text: t("notInvited"), at: null, tone: "ahead" }];
  }
  if (!invitation) return steps;
  steps.push({ key: "scheduled", text: t("scheduled"), at: invitation.createdAt });
  if (state.kind === "scheduled") {
    steps.push({ key: "will-be-sent", text: t("willBeSent"), at: invitation.sendAt, tone: "ahead" });
  }
  for (const mail of invitation.mails) {
    const step = describeMail(mail, t);
    if (step) steps.push(step);
  }
  if (invitation.bouncedAt) {
    steps.push({ key: "bounced", text: t("bounced"), at: invitation.bouncedAt, tone: "failed" });
  }
  if (state.kind === "answered")
    steps.push({ key: "answered", text: t("answered"), at: invitation.answeredAt });
  if (state.kind === "asked_anonymously") {
    steps.push({ key: "asked", text: t("askedAnonymously"), at: null, detail: t("askedAnonymouslyDetail") });
  }
  if (["sent", "reminded", "expired", "asked_anonymously"].includes(state.kind)) {
    const isOver = invitation.expiresAt <= now;
    steps.push({
      key: "expires",
      text: t(isOver ? "expired" : "expires"),
      at: invitation.expiresAt,
      tone: isOver ? "done" : "ahead",
    });
  }
  return steps;
}

function describeRecording(encounter: EncounterDetail, t: Translate): string {
  const name = encounter.recordedBy;
  if (encounter.source === "csv") return name ? t("importedBy", { name }) : t("imported");
  return name ? t("recordedBy", { name }) : t("recorded");
}

/** A mail that did something; one still waiting for its time is told by the invitation's own step. */
function describeMail(mail: EncounterMail, t: Translate): Step | null {
  const isRetrying = (mail.state === "queued" || mail.state === "handed_over") && mail.attempts > 0;
  const outcome = isRetrying ? "retrying" : mail.state;
  if (outcome === "queued" || outcome === "handed_over") return null;
  const tries = mail.attempts > 1 ? t("attempts", { count: mail.attempts }) : null;
  const reply =
    mail.serverReply && outcome !== "accepted" && outcome !== "cancelled"
      ? t("serverReply", { reply: mail.serverReply })
      : null;
  return {
    key: mail.kind,
    text: t(`mail.${mail.kind}.${outcome}`),
    at: mail.acceptedAt,
    tone:
      outcome === "failed" ? "failed" : outcome === "retrying" || outcome === "cancelled" ? "ahead" : "done",
    detail: [tries, reply].filter(Boolean).join(" · ") || undefined,
  };
}
