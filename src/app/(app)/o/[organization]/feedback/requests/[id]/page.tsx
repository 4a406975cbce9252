import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { answerFeedbackRequestAction } from "@/features/peer-feedback/actions";
import { BehaviourField } from "@/features/peer-feedback/components/about-fields";
import { DeclineButton } from "@/features/peer-feedback/components/decline-button";
import { WordFields } from "@/features/peer-feedback/components/word-fields";
import { getFeedbackRequest } from "@/features/peer-feedback/queries/get-feedback-request";
import { ClientMessages } from "@/i18n/client-messages";
import { id } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { PageHeader } from "@/ui/page-header";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peerFeedback"))("give.title") };
}

/** Answers a colleague who asked for feedback, or leaves it. */
export default async function FeedbackRequestPage({
  params,
}: PageProps<"/o/[organization]/feedback/requests/[id]">) {
  const { organization, id: asked } = await params;
  const scope = await requireScope(organization, "peer-feedback.use");
  if (!id.safeParse(asked).success) notFound();
  const request = await orNotFound(getFeedbackRequest(scope, asked));
  const [behaviours, times, t] = await Promise.all([
    listBehaviours(scope),
    getTimeTexts(scope.timeZone),
    getTranslations("peerFeedback"),
  ]);
  const path = `/o/${organization}/feedback`;
  const { encounter, question, receiverName, behaviour } = request;
  return (
    <>
      <PageHeader
        title={t("item.asks", { name: receiverName })}
        description={
          encounter
            ? t("item.encounter", {
                touchpoint: encounter.touchpoint,
                when: times.nearMoment(encounter.occurredAt),
              })
            : undefined
        }
        breadcrumbs={[{ label: t("title"), href: `${path}?tab=asked` }]}
      />
      <ClientMessages namespaces={["peerFeedback"]}>
        <Card className="max-w-3xl">
          {question && (
            <blockquote className="mb-5 max-w-prose border-l-2 border-line-strong pl-3 break-words whitespace-pre-line text-ink">
              {question}
            </blockquote>
          )}
          <ActionForm
            action={answerFeedbackRequestAction}
            redirectTo={`${path}?tab=given`}
            successMessage={t("give.done")}
          >
            <input type="hidden" name="id" value={request.id} />
            <WordFields />
            <BehaviourField behaviours={behaviours} selectedId={behaviour?.id} />
            <p className="text-sm text-muted">{t("form.whoSees")}</p>
            <Row>
              <SubmitButton>{t("give.submit")}</SubmitButton>
              <DeclineButton id={request.id} name={receiverName} path={`${path}?tab=asked`} />
            </Row>
          </ActionForm>
        </Card>
      </ClientMessages>
    </>
  );
}
