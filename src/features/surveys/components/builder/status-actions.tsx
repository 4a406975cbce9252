"use client";

import { Archive, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/ui/action-button";
import { ConfirmButton } from "@/ui/confirm-button";
import { changeSurveyStatusAction } from "../../actions";
import type { SurveyDetails } from "../../schema";

/** Pausing, going on, and archiving. */
export function StatusActions({
  survey,
  onChanged,
}: {
  survey: Pick<SurveyDetails, "id" | "status"> & { name: string };
  onChanged: (revision: string) => void;
}) {
  const t = useTranslations("surveys");
  const { id: surveyId, status, name } = survey;
  const onSuccess = ({ revision }: { revision: string }) => onChanged(revision);
  return (
    <>
      {status === "published" && (
        <ConfirmButton
          action={changeSurveyStatusAction}
          input={{ surveyId, change: "pause" }}
          confirmTitle={t("pause.title", { name })}
          consequences={<Consequences texts={[t("pause.unsent"), t("pause.unasked"), t("pause.answers")]} />}
          confirmLabel={t("pause.confirm")}
          confirmVariant="primary"
          successMessage={t("pause.done")}
          onSuccess={onSuccess}
          icon={<Pause aria-hidden className="size-4" />}
        >
          {t("pause.open")}
        </ConfirmButton>
      )}
      {status === "paused" && (
        <ActionButton
          action={changeSurveyStatusAction}
          input={{ surveyId, change: "resume" }}
          successMessage={t("resume.done")}
          onSuccess={onSuccess}
          icon={<Play aria-hidden className="size-4" />}
        >
          {t("resume.open")}
        </ActionButton>
      )}
      {status !== "archived" && (
        <ConfirmButton
          action={changeSurveyStatusAction}
          input={{ surveyId, change: "archive" }}
          confirmTitle={t("archive.title", { name })}
          consequences={
            <Consequences
              texts={
                status === "draft"
                  ? [t("archive.list"), t("archive.back")]
                  : [t("archive.unsent"), t("archive.results"), t("archive.back")]
              }
            />
          }
          confirmLabel={t("archive.confirm")}
          confirmVariant="primary"
          successMessage={t("archive.done")}
          onSuccess={onSuccess}
          icon={<Archive aria-hidden className="size-4" />}
        >
          {t("archive.open")}
        </ConfirmButton>
      )}
    </>
  );
}

function Consequences({ texts }: { texts: string[] }) {
  return (
    <ul className="list-disc pl-4">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
