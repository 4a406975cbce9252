import { MessageCircleQuestion, MessageSquarePlus, MessagesSquare } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeedbackList } from "@/features/peer-feedback/components/feedback-list";
import { MarkRead } from "@/features/peer-feedback/components/mark-read";
import { ReceivedList } from "@/features/peer-feedback/components/received-list";
import { WaitingList } from "@/features/peer-feedback/components/waiting-list";
import { countFeedback } from "@/features/peer-feedback/queries/count-feedback";
import { listFeedback } from "@/features/peer-feedback/queries/list-feedback";
import { listOwnManagers } from "@/features/peer-feedback/queries/list-own-managers";
import { FEEDBACK_TABS, feedbackListInput } from "@/features/peer-feedback/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { Badge } from "@/ui/badge";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { ListFrame } from "@/ui/list-frame";
import { PageHeader } from "@/ui/page-header";
import { searchHref } from "@/ui/search-href";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peerFeedback"))("title") };
}

/** Feedback among colleagues: one's own, and for managers what was shown to them. */
export default async function FeedbackPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/feedback">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "peer-feedback.use");
  const search = await searchParams;
  const isEmployee = scope.employeeId !== null;
  const tabs = FEEDBACK_TABS.filter((tab) => (tab === "shared" ? scope.role === "manager" : isEmployee));
  const asked = feedbackListInput.parse(search);
  const tab = tabs.find((known) => known === asked.tab) ?? tabs[0] ?? "received";
  const [counts, page, waiting, managers, t] = await Promise.all([
    countFeedback(scope),
    listFeedback(scope, tab, asked.page),
    tab === "received" ? listFeedback(scope, "waiting") : null,
    tab === "received" && isEmployee ? listOwnManagers(scope) : [],
    getTranslations("peerFeedback"),
  ]);
  const path = `/o/${organization}/feedback`;
  const badges = { received: counts.unread, asked: counts.asked, given: 0, shared: 0 };
  const { timeZone } = scope;

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          isEmployee && (
            <>
              <LinkButton
                href={`${path}/ask`}
                icon={<MessageCircleQuestion aria-hidden className="size-4" />}
              >
                {t("ask.open")}
              </LinkButton>
              <LinkButton
                href={`${path}/new`}
                variant="primary"
                icon={<MessageSquarePlus aria-hidden className="size-4" />}
              >
                {t("give.open")}
              </LinkButton>
            </>
          )
        }
      />
      <ClientMessages>
        <Stack gap="large" className="max-w-4xl">
          {!isEmployee && <Callout>{t("noEmployee")}</Callout>}
          {(scope.role === "manager" || scope.role === "owner") && (
            <Callout
              title={t("observe.title")}
              actions={
                <LinkButton href={`/o/${organization}/audits/observe`} size="small">
                  {t("observe.open")}
                </LinkButton>
              }
            >
              {t("observe.text")}
            </Callout>
          )}
          {tabs.length > 0 && (
            <ListFrame
              tabs={
                tabs.length > 1
                  ? {
                      label: t("tabs.label"),
                      items: tabs.map((name) => ({
                        href: `${path}?tab=${name}`,
                        label: t(`tabs.${name}`),
                        current: name === tab,
                        badge: badges[name] > 0 && <Badge tone="accent">{badges[name]}</Badge>,
                      })),
                    }
                  : undefined
              }
              filters={
                waiting &&
                waiting.total > 0 && (
                  <Card flush title={t("waiting.title")}>
                    <WaitingList rows={waiting.rows} timeZone={timeZone} />
                  </Card>
                )
              }
              pagination={{
                page: page.page,
                pageSize: page.pageSize,
                total: page.total,
                href: (number) => searchHref(path, search, { page: number }),
              }}
            >
              {page.rows.length === 0 ? (
                <EmptyState icon={<MessagesSquare />} title={t(`empty.${tab}`)}>
                  {t(`empty.${tab}Text`)}
                </EmptyState>
              ) : tab === "received" ? (
                <ReceivedList rows={page.rows} managers={managers} timeZone={timeZone} />
              ) : (
                <FeedbackList part={tab} rows={page.rows} path={path} timeZone={timeZone} />
              )}
            </ListFrame>
          )}
        </Stack>
        {tab === "received" && (
          <MarkRead ids={page.rows.filter(({ isUnread }) => isUnread).map(({ id }) => id)} />
        )}
      </ClientMessages>
    </>
  );
}
