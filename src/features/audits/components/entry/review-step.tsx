"use client";

import { ChevronRight, Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { chooseText } from "@/server/input";
import { useFailureText } from "@/ui/action-messages";
import { Button } from "@/ui/button";
import { callAction } from "@/ui/call-action";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { useOrganizationSlug } from "@/ui/organization-context";
import { Textarea } from "@/ui/textarea";
import { discardAuditAction, submitAuditAction } from "../../actions";
import { type MissingEntry, placeProblems } from "../../entry/entry-steps";
import { forgetPages } from "../../entry/kept-pages";
import type { AuditOutbox } from "../../entry/outbox";
import type { OutboxSnapshot } from "../../entry/outbox-types";
import type { EntryView } from "./entry-view";
import { useUnsentText } from "./save-state";

/** The last step: what is missing and where, a few words about the whole, and handing it over. */
export function ReviewStep({
  view,
  snapshot,
  outbox,
  missing,
  onGo,
}: {
  view: EntryView;
  snapshot: OutboxSnapshot;
  outbox: AuditOutbox;
  missing: MissingEntry[];
  onGo: (step: string, field?: string) => void;
}) {
  const t = useTranslations("audits.entry.review");
  const errors = useTranslations("errors");
  const { isAsking, setAsking, isSending, submit, problem, refused } = useSubmit(view, outbox);
  const unsent = useUnsentText(snapshot.unsent);
  const translate = (key: string) => errors(key as Parameters<typeof errors>[0]);
  const isComplete = missing.length === 0;
  return (
    <>
      {isComplete ? (
        <Callout tone="done" title={t("complete")}>
          {t("completeText")}
        </Callout>
      ) : (
        <Card title={t("missing", { count: missing.length })} description={t("missingText")}>
          <MissingList
            view={view}
            entries={missing.map((entry) => ({ ...entry, error: translate(entry.error) }))}
            onGo={onGo}
          />
        </Card>
      )}
      <Card>
        <Field name="summary" label={t("summary")} hint={t("summaryHint")} optional>
          <Textarea
            rows={4}
            maxLength={10_000}
            className="text-lg"
            value={snapshot.visit.summary ?? ""}
            onChange={(event) => outbox.changeVisit({ summary: event.target.value || null })}
          />
        </Field>
      </Card>
      {problem && (
        <Callout tone="danger" role="alert" title={problem}>
          {refused.length > 0 && <MissingList view={view} entries={refused} onGo={onGo} />}
        </Callout>
      )}
      <div className="flex flex-col gap-3">
        {snapshot.state === "waiting" && <p className="text-muted">{t("waitsFor", { unsent })}</p>}
        <Button
          variant="primary"
          className="min-h-14 text-lg"
          icon={<Send aria-hidden className="size-5" />}
          aria-disabled={!isComplete || isSending || undefined}
          aria-describedby={isComplete ? undefined : "entry-missing"}
          pending={isSending}
          pendingText={t("submitting")}
          onClick={() => isComplete && !isSending && setAsking(true)}
        >
          {view.isReturned ? t("submitAgain") : t("submit")}
        </Button>
        {!isComplete && (
          <p id="entry-missing" className="text-sm text-muted">
            {t("notYet")}
          </p>
        )}
        {view.canDiscard && <DiscardButton view={view} outbox={outbox} />}
      </div>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t("confirmTitle")}
        description={t("confirmText")}
        size="small"
        footer={
          <>
            <Button className="min-h-12" onClick={() => setAsking(false)}>
              {t("confirmBack")}
            </Button>
            <Button variant="primary" className="min-h-12" onClick={() => void submit()}>
              {t("confirm")}
            </Button>
          </>
        }
      />
    </>
  );
}

/** Brings everything to the server first, then hands the audit over. */
function useSubmit(view: EntryView, outbox: AuditOutbox) {
  const t = useTranslations("audits.entry.review");
  const organization = useOrganizationSlug();
  const failureText = useFailureText();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [refused, setRefused] = useState<MissingEntry[]>([]);

  const submit = async () => {
    setAsking(false);
    setSending(true);
    setProblem(null);
    setRefused([]);
    try {
      if (!(await outbox.settle())) {
        const { state } = outbox.getSnapshot();
        setProblem(state === "waiting" ? t("offline") : t("unsettled"));
        return;
      }
      const result = await callAction(() => submitAuditAction(organization, { auditId: view.auditId }));
      if (result.ok) {
        await outbox.forget();
        router.refresh();
        return;
      }
      setRefused(placeProblems(view.sections, result.fields ?? {}));
      setProblem(failureText(result));
    } finally {
      setSending(false);
    }
  };
  return { isAsking, setAsking, isSending, submit, problem, refused };
}

function MissingList({
  view,
  entries,
  onGo,
}: {
  view: EntryView;
  /** With their errors in words. */
  entries: MissingEntry[];
  onGo: (step: string, field?: string) => void;
}) {
  const t = useTranslations("audits.entry.visit");
  const language = useLocale();
  const items = view.sections.flatMap((section) => section.items);
  const nameOf = (field: string) => {
    if (field === "visitStartedAt" || field === "visitEndedAt" || field === "employeeId") return t(field);
    const item = items.find(({ key }) => key === field);
    return item ? chooseText(item.text, language) : field;
  };
  return (
    <ul className="-mx-2 flex flex-col">
      {entries.map(({ step, field, error }) => (
        <li key={field} className="border-line not-first:border-t">
          <button
            type="button"
            className="flex min-h-14 w-full items-center gap-3 rounded-md px-2 py-2 text-left hover:bg-hover"
            onClick={() => onGo(step, field)}
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium text-ink">{nameOf(field)}</span>
              <span className="block text-sm text-muted">{error}</span>
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function DiscardButton({ view, outbox }: { view: EntryView; outbox: AuditOutbox }) {
  const t = useTranslations("audits.entry.discard");
  const router = useRouter();
  const organization = useOrganizationSlug();
  return (
    <ConfirmButton
      variant="ghost"
      className="min-h-12 self-center"
      action={discardAuditAction}
      input={{ auditId: view.auditId }}
      confirmTitle={t("title")}
      consequences={view.assignmentId ? t("mysteryText") : t("observationText")}
      confirmLabel={t("confirm")}
      successMessage={t("done")}
      onSuccess={() => {
        void outbox.forget();
        void forgetPages(`/o/${organization}/audits/${view.auditId}/enter`);
        router.push(view.assignmentId ? `/o/${organization}` : `/o/${organization}/audits`);
      }}
    >
      {t("open")}
    </ConfirmButton>
  );
}
