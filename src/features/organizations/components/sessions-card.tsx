import { Laptop, Smartphone } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { revokeOtherSessionsAction, revokeSessionAction } from "@/features/organizations/actions/account";
import type { Device } from "@/features/organizations/describe-device";
import type { SessionSummary } from "@/features/organizations/queries/list-sessions";
import { ActionButton } from "@/ui/action-button";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { Moment } from "@/ui/moment";

const PHONES = ["iPhone", "iPad", "Android"];

/** Every browser in which the user is signed in, each of which can be signed out from here. */
export async function SessionsCard({ sessions }: { sessions: SessionSummary[] }) {
  const t = await getTranslations("account.sessions");
  const format = await getFormatter();
  const exactly = (moment: Date) => format.dateTime(moment, { dateStyle: "medium", timeStyle: "short" });
  const nameOf = ({ browser, system }: Device) =>
    browser && system ? t("deviceName", { browser, system }) : (browser ?? system ?? t("unknownDevice"));
  return (
    <Card
      title={t("title")}
      description={t("description")}
      flush
      footer={
        sessions.length > 1 && (
          <ConfirmButton
            action={revokeOtherSessionsAction}
            input={{}}
            confirmTitle={t("endOthersTitle")}
            consequences={t("endOthersConsequences")}
            confirmLabel={t("endOthers")}
            successMessage={t("endedOthers")}
            size="small"
          >
            {t("endOthers")}
          </ConfirmButton>
        )
      }
    >
      <ul className="divide-y divide-line border-t border-line">
        {sessions.map((session) => {
          const Icon = PHONES.includes(session.device.system ?? "") ? Smartphone : Laptop;
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
              <Icon aria-hidden className="size-5 shrink-0 text-muted" />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
                  {nameOf(session.device)}
                  {session.isCurrent && <Badge tone="accent">{t("current")}</Badge>}
                </p>
                <p className="text-sm text-muted">
                  {t("lastSeen")}{" "}
                  {session.isCurrent ? (
                    t("now").toLocaleLowerCase()
                  ) : (
                    <Moment
                      iso={session.lastSeenAt.toISOString()}
                      text={format.relativeTime(session.lastSeenAt)}
                      title={exactly(session.lastSeenAt)}
                    />
                  )}
                  {" · "}
                  {t("signedIn")}{" "}
                  <Moment iso={session.createdAt.toISOString()} text={exactly(session.createdAt)} />
                </p>
              </div>
              {!session.isCurrent && (
                <ActionButton
                  action={revokeSessionAction}
                  input={{ sessionId: session.id }}
                  successMessage={t("ended")}
                  size="small"
                  aria-label={`${t("end")}: ${nameOf(session.device)}`}
                >
                  {t("end")}
                </ActionButton>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
