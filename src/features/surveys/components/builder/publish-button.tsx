"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFailureText } from "@/ui/action-messages";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { useToast } from "@/ui/toast";
import { useServerAction } from "@/ui/use-server-action";
import { publishSurveyAction } from "../../actions";
import { listChanges } from "../../changes";
import type { SurveyFinding } from "../../rules";
import type { SurveyDetails } from "../../schema";
import { ChangeList } from "./change-list";
import { useFindingText } from "./use-findings";
import type { SurveySaver, SurveySnapshot } from "./use-survey-saver";

export type PublishButtonProps = {
  survey: SurveyDetails;
  saver: SurveySaver;
  snapshot: SurveySnapshot;
  errors: SurveyFinding[];
  warnings: SurveyFinding[];
  language: string;
};

/** Opens the confirmation of publishing: what changes for respondents, or what is missing. */
export function PublishButton(props: PublishButtonProps) {
  const t = useTranslations("surveys");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {props.survey.currentVersion ? t("publish.openChanges") : t("publish.open")}
      </Button>
      {open && <PublishDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function PublishDialog({
  survey,
  saver,
  snapshot,
  errors,
  warnings,
  language,
  onClose,
}: PublishButtonProps & { onClose: () => void }) {
  const t = useTranslations("surveys");
  const findingText = useFindingText();
  const failureText = useFailureText();
  const toast = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { currentVersion, status } = survey;
  const changes = currentVersion ? listChanges(currentVersion.definition, snapshot.draft.definition) : [];
  const isReady = errors.length === 0;

  const publish = useServerAction(publishSurveyAction, {
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
    if (isSaved) publish.run({ surveyId: survey.id, revision: saver.getSnapshot().revision });
    else setProblem(t("publish.notSaved"));
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={
        isReady ? t("publish.title", { number: (currentVersion?.number ?? 0) + 1 }) : t("publish.notReady")
      }
      description={isReady ? describeEffect() : t("publish.notReadyText")}
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
        {!isReady && <FindingList findings={errors.map(findingText)} />}
        {isReady && warnings.length > 0 && (
          <Callout tone="warning" title={t("publish.warnings")}>
            <FindingList findings={warnings.map(findingText)} />
          </Callout>
        )}
        {isReady && changes.length > 0 && currentVersion && (
          <section aria-labelledby="publish-changes">
            <h3 id="publish-changes" className="mb-2 font-semibold">
              {t("publish.changes", { count: changes.length, number: currentVersion.number })}
            </h3>
            <ChangeList changes={changes} after={snapshot.draft.definition} language={language} />
          </section>
        )}
        {isReady && changes.length === 0 && currentVersion && <p>{t("publish.noChanges")}</p>}
      </div>
    </Dialog>
  );

  function describeEffect(): string {
    if (!currentVersion) return t("publish.firstEffect");
    return status === "paused" ? t("publish.effectPaused") : t("publish.effect");
  }
}

function FindingList({ findings }: { findings: string[] }) {
  return (
    <ul className="list-disc pl-4">
      {findings.map((finding) => (
        <li key={finding}>{finding}</li>
      ))}
    </ul>
  );
}
