import { MessageSquarePlus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/ui/badge";
import { LinkButton } from "@/ui/link-button";
import type { Feedback } from "../schema";
import { FeedbackItem } from "./feedback-item";

/** Requests to the reader, feedback the reader gave, or feedback its receivers showed to the reader. */
export async function FeedbackList({
  part,
  rows,
  path,
  timeZone,
}: {
  part: "asked" | "given" | "shared";
  rows: Feedback[];
  /** Of the feedback pages. */
  path: string;
  timeZone: string;
}) {
  const t = await getTranslations("peerFeedback");
  return (
    <ul className="divide-y divide-line">
      {rows.map((feedback) => (
        <FeedbackItem
          key={feedback.id}
          feedback={feedback}
          name={feedback.receiverName}
          title={part === "asked" ? t("item.asks", { name: feedback.receiverName }) : feedback.receiverName}
          badges={
            part === "shared" ? (
              <span className="text-sm text-muted">{t("item.writtenBy", { name: feedback.giverName })}</span>
            ) : (
              part === "given" && feedback.sharedAt && <Badge>{t("item.sharedByReceiver")}</Badge>
            )
          }
          when={
            part === "asked" ? feedback.requestedAt : part === "given" ? feedback.givenAt : feedback.sharedAt
          }
          timeZone={timeZone}
          actions={
            part === "asked" && (
              <LinkButton
                size="small"
                variant="primary"
                href={`${path}/requests/${feedback.id}`}
                icon={<MessageSquarePlus aria-hidden className="size-4" />}
              >
                {t("item.answer")}
              </LinkButton>
            )
          }
        />
      ))}
    </ul>
  );
}
