"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFailureText } from "@/ui/action-messages";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { useToast } from "@/ui/toast";
import { useServerAction } from "@/ui/use-server-action";
import { publishAuditFormAction } from "../../actions";
import { compareForms, countChanges } from "../../changes";
import type { FormFinding } from "../../publishing-rules";
import type { AuditFormDetails } from "../../schema";
import { FormChanges } from "../comparison/form-changes";
import { useFormBuilder } from "./builder-context";
import { useFindingPlace, useFindingText } from "./use-findings";
import type { FormSaver, FormSnapshot } from "./use-form-saver";

export type PublishButtonProps = {
  form: AuditFormDetails;
  saver: FormSaver;
  snapshot: FormSnapshot;
  errors: FormFinding[];
  warnings: FormFinding[];
};

/** Opens the confirmation of publishing: what changes for auditors, or what is missing. */
export function PublishButton(props: PublishButtonProps) {
  const t = useTranslations("auditForms");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {props.form.currentVersion ? t("publish.openChanges") : t("publish.open")}
      </Button>
      {open && <PublishDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function PublishDialog({
  form,
  saver,
  snapshot,
  errors,
  warnings,
  onClose,
}: PublishButtonProps & { onClose: () => void }) {
  const t = useTranslations("auditForms");
  const failureText = useFailureText();
  const toast = useToast();
  const { main, behaviours } = useFormBuilder();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { currentVersion } = form;
  const { definition } = snapshot.draft;
  const comparison = currentVersion && compareForms(currentVersion.definition, definition);
  const count = comparison ? countChanges(comparison) : 0;
  const isReady = errors.length === 0;

  const publish = useServerAction(publishAuditFormAction, {
    onSuccess: ({ versionNumber, revision }) => {
      saver.adoptRevision(revision);
      toast({ message: t("publish.done", { number: versionNumber }) });
      onClose();
    },
    onFailure: (failure) => {
      setProblem(failureText(failure));
      if (failure.code === "conflict") void saver.compareWithServer();
    },
  });

  const saveAndPublish = async () => {
    setProblem(null);
    setSaving(true);
    const isSaved = await saver.flush();
    setSaving(false);
    if (isSaved) publish.run({ formId: form.id, revision: saver.getSnapshot().revision });
    else setProblem(t("publish.notSaved"));
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={
        isReady ? t("publish.title", { number: (currentVersion?.number ?? 0) + 1 }) : t("publish.notReady")
      }
      description={
        isReady
          ? currentVersion
            ? t("publish.effect")
            : t("publish.firstEffect")
          : t("publish.notReadyText")
      }
      footer={
        isReady ? (
          <>
            <Button onClick={onClose}>{t("publish.cancel")}</Button>
            <Button
              variant="primary"
              pending={isSaving || publish.pending}
              pendingText={t("publish.working")}
              onClick={saveAndPublish}
            >
              {t("publish.confirm")}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t("publish.close")}</Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {problem && (
          <Callout tone="danger" role="alert">
            {problem}
          </Callout>
        )}
        {!isReady && <FindingList findings={errors} definition={definition} />}
        {isReady && warnings.length > 0 && (
          <Callout tone="warning" title={t("publish.warnings")}>
            <FindingList findings={warnings} definition={definition} />
          </Callout>
        )}
        {isReady && comparison && currentVersion && (
          <section aria-labelledby="publish-changes">
            <h3 id="publish-changes" className="mb-3 font-semibold">
              {t("publish.changes", { count, number: currentVersion.number })}
            </h3>
            <FormChanges comparison={comparison} behaviours={behaviours} language={main.code} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

function FindingList({
  findings,
  definition,
}: {
  findings: FormFinding[];
  definition: AuditFormDetails["definition"];
}) {
  const findingText = useFindingText();
  const placeOf = useFindingPlace(definition);
  return (
    <ul className="list-disc pl-4">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.field} ${finding.itemKey}`}>
          {placeOf(finding)}: {findingText(finding)}
        </li>
      ))}
    </ul>
  );
}
