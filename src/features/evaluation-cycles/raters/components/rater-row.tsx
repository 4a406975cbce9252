import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/ui/action-button";
import { Badge, type BadgeTone } from "@/ui/badge";
import { ConfirmButton } from "@/ui/confirm-button";
import { decideProposalsAction, restoreRaterAction, takeOffRaterAction } from "../actions";
import type { Part, RaterState } from "../rules";
import type { ListedRater } from "../schema";

const TONES: Record<RaterState, BadgeTone> = {
  proposed: "accent",
  refused: "neutral",
  asked: "neutral",
  declined: "warning",
  takenOff: "neutral",
};

/** One person on a subject's list, with what can be done about it. */
export async function RaterRow({
  rater,
  subjectId,
  part,
  canChoose,
  isCollecting,
}: {
  rater: ListedRater;
  subjectId: string;
  part: Part;
  canChoose: boolean;
  /** Whoever is on the list has been asked; before that, only chosen. */
  isCollecting: boolean;
}) {
  const t = await getTranslations("evaluationRaters.rater");
  const { ratingId, detail, state, mailProblem, declineReason } = rater;
  const name = rater.name || t("gone");
  const isOff = state === "refused" || state === "takenOff";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className={isOff ? "text-muted" : "font-medium"}>{name}</span>
          <Badge tone={TONES[state]}>
            {state === "asked" && !isCollecting ? t("states.chosen") : t(`states.${state}`)}
          </Badge>
        </p>
        {detail && <p className="truncate text-sm text-muted">{detail}</p>}
        {declineReason && <p className="text-sm text-muted">{t("reason", { reason: declineReason })}</p>}
        {mailProblem && <p className="text-sm text-warning">{t(`problems.${mailProblem}`)}</p>}
      </div>
      {canChoose && (
        <div className="flex flex-wrap gap-2">
          {state === "proposed" && part !== "subject" && (
            <>
              <ActionButton
                size="small"
                action={decideProposalsAction}
                input={{ subjectId, ratingIds: [ratingId], isApproved: true }}
                successMessage={t("approved")}
                aria-label={t("label", { act: t("approve"), name })}
              >
                {t("approve")}
              </ActionButton>
              <ActionButton
                size="small"
                variant="ghost"
                action={decideProposalsAction}
                input={{ subjectId, ratingIds: [ratingId], isApproved: false }}
                successMessage={t("refusedDone")}
                aria-label={t("label", { act: t("refuse"), name })}
              >
                {t("refuse")}
              </ActionButton>
            </>
          )}
          {state === "proposed" && part === "subject" && (
            <ActionButton
              size="small"
              variant="ghost"
              action={takeOffRaterAction}
              input={{ ratingId }}
              successMessage={t("takenBack")}
              aria-label={t("label", { act: t("takeBack"), name })}
            >
              {t("takeBack")}
            </ActionButton>
          )}
          {state === "asked" && part !== "subject" && isCollecting && (
            <ConfirmButton
              size="small"
              variant="ghost"
              action={takeOffRaterAction}
              input={{ ratingId }}
              confirmTitle={t("takeOffTitle", { name })}
              consequences={t("takeOffText")}
              confirmLabel={t("takeOff")}
              successMessage={t("takenOffDone")}
              aria-label={t("label", { act: t("takeOff"), name })}
            >
              {t("takeOff")}
            </ConfirmButton>
          )}
          {state === "asked" && part !== "subject" && !isCollecting && (
            <ActionButton
              size="small"
              variant="ghost"
              action={takeOffRaterAction}
              input={{ ratingId }}
              successMessage={t("takenOffDone")}
              aria-label={t("label", { act: t("takeOff"), name })}
            >
              {t("takeOff")}
            </ActionButton>
          )}
          {isOff && part !== "subject" && (
            <ActionButton
              size="small"
              variant="ghost"
              action={restoreRaterAction}
              input={{ ratingId }}
              successMessage={t("restored")}
              aria-label={t("label", { act: t("restore"), name })}
            >
              {t("restore")}
            </ActionButton>
          )}
        </div>
      )}
    </li>
  );
}
