import { ClientMessages } from "@/i18n/client-messages";
import type { Scope } from "@/server/scope";
import { Card } from "@/ui/card";
import { Stack } from "@/ui/stack";
import { findItem } from "../../rules";
import { getConversation } from "../queries/get-conversation";
import { AppealCard } from "./appeal-card";
import { AppealForm } from "./appeal-form";
import { listAppealableItems } from "./appealable-items";
import { Deadlines } from "./deadlines";
import { History } from "./history-card";
import { ReplyForm } from "./reply-form";
import { getTalkTexts } from "./texts";

/**
 * Beside an audit: its deadlines, replies, appeals with their threads and outcomes, and the history of its states. Before
 * publication the history alone.
 */
export async function AuditConversation({ scope, auditId }: { scope: Scope; auditId: string }) {
  const { audit, conversation, remarks, reviewerName } = await getConversation(scope, auditId);
  const texts = await getTalkTexts(scope, audit);
  const { t, times, author } = texts;
  const { rights, replies, appeals, corrections } = conversation;
  const isPublished = conversation.status === "published";
  const items = rights.appeal ? listAppealableItems(audit, appeals, texts) : [];
  const history = (
    <details className="group">
      <summary className="cursor-pointer font-semibold text-ink">{t("history")}</summary>
      <div className="pt-3">
        <History conversation={conversation} remarks={remarks} texts={texts} />
      </div>
    </details>
  );
  if (!isPublished) return <Card title={t("titleUnpublished")}>{history}</Card>;

  return (
    <ClientMessages namespaces={["auditReview", "audits"]}>
      <section id="conversation" aria-labelledby="conversation-title" className="scroll-mt-4">
        <Stack>
          <h2 id="conversation-title" className="text-xl font-semibold text-ink">
            {t("title")}
          </h2>
          <Card>
            <Deadlines
              conversation={conversation}
              reviewerName={reviewerName}
              now={scope.now}
              timeZone={scope.timeZone}
              texts={texts}
            />
          </Card>
          {(replies.length > 0 || rights.replyAs) && (
            <Card level={3} title={t("replies")}>
              <Stack>
                {replies.map((reply) => (
                  <div key={reply.id} className="border-l-2 border-line-strong pl-3">
                    <p className="text-sm text-muted">
                      <span className="font-medium text-ink">{author(reply.author)}</span>{" "}
                      <time dateTime={reply.writtenAt.toISOString()}>{times.moment(reply.writtenAt)}</time>
                    </p>
                    <p className="max-w-prose break-words whitespace-pre-line text-ink">{reply.text}</p>
                  </div>
                ))}
                {rights.replyAs && <ReplyForm auditId={auditId} />}
              </Stack>
            </Card>
          )}
          <Card
            level={3}
            flush
            title={t("appeals")}
            actions={items.length > 0 && <AppealForm auditId={auditId} items={items} />}
          >
            {appeals.length > 0 ? (
              <ol className="divide-y divide-line border-t border-line">
                {appeals.map((appeal) => (
                  <AppealCard
                    key={appeal.id}
                    auditId={auditId}
                    appeal={appeal}
                    correction={corrections.find(({ appealId }) => appealId === appeal.id)}
                    item={findItem(audit.form.definition, appeal.itemKey)}
                    answer={audit.answers[appeal.itemKey]}
                    rights={rights}
                    texts={texts}
                  />
                ))}
              </ol>
            ) : (
              <p className="px-4 pb-4 text-muted sm:px-5">{t("noAppeals")}</p>
            )}
          </Card>
          <Card>{history}</Card>
        </Stack>
      </section>
    </ClientMessages>
  );
}
