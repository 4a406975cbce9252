import { CalendarPlus, MapPin } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { buttonClasses } from "@/ui/button-style";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { KeyValueList } from "@/ui/key-value-list";
import { LinkButton } from "@/ui/link-button";
import { Row, Stack } from "@/ui/stack";
import type { AssignmentDetails } from "../queries/get-assignment";
import { daysOfWindow, formatDay, formatDays } from "../windows";
import { AnswerButtons } from "./answer-buttons";
import { DeclineButton } from "./decline-button";
import { mapHref } from "./map-href";
import { QuizForm } from "./quiz-form";

/** An assignment with its briefing: what to do next at the top, the quiz below the instructions it asks about. */
export async function AssignmentView({
  assignment,
  slug,
  timeZone,
  start,
}: {
  assignment: AssignmentDetails;
  slug: string;
  timeZone: string;
  /** The button that begins the visit. */
  start: ReactNode;
}) {
  const t = await getTranslations("programmes");
  const errors = (await getTranslations("errors")) as unknown as (
    key: string,
    values: Record<string, string | number>,
  ) => string;
  const locale = await getLocale();
  const { location, programme, quiz, audit, obstacle, state, isOwn } = assignment;
  const { firstDay, lastDay } = daysOfWindow(assignment, timeZone);
  const isOpen = ["planned", "accepted", "started", "late"].includes(state);
  const isAnswered = obstacle?.key !== "assignmentNotAccepted";
  const isQuizNext = isOpen && !quiz.isPassed && quiz.questions.length > 0;
  return (
    <Stack gap="large" className="max-w-3xl">
      {!isOwn && <Callout>{t("assignment.asOther", { name: assignment.consultant })}</Callout>}
      {state === "cancelled" && <Callout>{t("assignment.cancelledText")}</Callout>}
      {state === "declined" && (
        <Callout tone="warning">
          {t("assignment.declinedReason", { reason: assignment.declineReason ?? "" })}
        </Callout>
      )}
      {state === "late" && (
        <Callout tone="danger">{t("assignment.lateText", { day: formatDay(lastDay, locale) })}</Callout>
      )}
      {isOwn && isOpen && <Card>{nextStep()}</Card>}
      <Card title={t("assignment.facts")}>
        <KeyValueList
          items={[
            { label: t("assignment.when"), value: formatDays(firstDay, lastDay, locale) },
            { label: t("assignment.place"), value: location.name },
            ...(location.address ? [{ label: t("assignment.address"), value: location.address }] : []),
            { label: t("assignment.touchpoint"), value: assignment.touchpoint.name },
            ...(assignment.team ? [{ label: t("assignment.team"), value: assignment.team }] : []),
            { label: t("assignment.programme"), value: programme.name },
            ...(isOwn ? [] : [{ label: t("assignment.consultant"), value: assignment.consultant }]),
            ...(assignment.note
              ? [{ label: t("assignment.note"), value: <Paragraphs text={assignment.note} /> }]
              : []),
          ]}
        />
        <Row className="mt-4 *:max-sm:flex-1">
          <a
            href={mapHref(location)}
            target="_blank"
            rel="noreferrer"
            className={buttonClasses("secondary", "medium", false)}
          >
            <MapPin aria-hidden className="size-4" />
            {t("assignment.map")}
          </a>
          {isOpen && (
            <a
              href={`/o/${slug}/assignments/${assignment.id}/calendar.ics`}
              download
              className={buttonClasses("secondary", "medium", false)}
            >
              <CalendarPlus aria-hidden className="size-4" />
              {t("assignment.calendar")}
            </a>
          )}
        </Row>
      </Card>
      {assignment.isDouble && <Callout>{t("assignment.double")}</Callout>}
      <Card title={t("assignment.scenario")}>
        <Paragraphs text={programme.scenario} />
      </Card>
      <Card title={t("assignment.brief")}>
        <Paragraphs text={programme.brief} />
      </Card>
      {isOwn && isQuizNext && (
        <Card id="quiz" title={t("quiz.title")} description={t("quiz.lead")}>
          <QuizForm programmeId={programme.id} questions={quiz.questions} />
        </Card>
      )}
    </Stack>
  );

  function nextStep() {
    if (audit) {
      const isWritable = audit.status === "draft" || audit.status === "returned";
      return (
        <LinkButton
          href={`/o/${slug}/audits/${audit.id}${isWritable ? "/enter" : ""}`}
          variant="primary"
          className="max-sm:w-full"
        >
          {t(audit.status === "returned" ? "mine.complete" : isWritable ? "mine.continue" : "mine.read")}
        </LinkButton>
      );
    }
    if (!isAnswered) {
      return (
        <Row className="*:max-sm:flex-1">
          <AnswerButtons assignmentId={assignment.id} />
        </Row>
      );
    }
    return (
      <Stack>
        {quiz.isPassed && quiz.questions.length > 0 && <p className="text-muted">{t("quiz.passed")}</p>}
        {obstacle ? (
          <Callout
            title={t("assignment.wait")}
            actions={
              isQuizNext && (
                <a href="#quiz" className="text-link">
                  {t("quiz.title")}
                </a>
              )
            }
          >
            {errors(obstacle.key, obstacle.values)}
          </Callout>
        ) : (
          <div>
            {start}
            <p className="mt-2 text-sm text-muted">{t("assignment.startHint")}</p>
          </div>
        )}
        <Row>
          <DeclineButton assignmentId={assignment.id} label={t("assignment.giveBack")} />
        </Row>
      </Stack>
    );
  }
}

/** A text as it was written, its line breaks kept. */
export function Paragraphs({ text }: { text: string }) {
  return <p className="max-w-prose whitespace-pre-line text-ink">{text}</p>;
}
