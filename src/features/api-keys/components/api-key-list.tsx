import { KeyRound } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import type { Page } from "@/server/list";
import { StatusBadge } from "@/ui/badge";
import { ConfirmButton } from "@/ui/confirm-button";
import { EmptyState } from "@/ui/empty-state";
import { Moment } from "@/ui/moment";
import { Table } from "@/ui/table";
import { revokeApiKeyAction } from "../actions";
import type { ApiKeyRow } from "../schema";

/** The keys with what each may do, when it was last used, and the way to end it. */
export async function ApiKeyList({ keys, timeZone }: { keys: Page<ApiKeyRow>; timeZone: string }) {
  const t = await getTranslations("api");
  const format = await getFormatter();
  const moment = (at: Date, style: { dateStyle: "medium"; timeStyle?: "short" }) => (
    <Moment iso={at.toISOString()} text={format.dateTime(at, { ...style, timeZone })} />
  );
  return (
    <Table
      caption={t("list.title")}
      rows={keys.rows}
      rowKey={(key) => key.id}
      rowMuted={(key) => key.revokedAt !== null}
      onPhone="cards"
      columns={[
        { key: "name", header: t("list.name"), rowHeader: true, cell: (key) => key.name },
        {
          key: "prefix",
          header: t("list.beginning"),
          cell: (key) => <code className="text-sm">{key.prefix}…</code>,
        },
        { key: "access", header: t("access.label"), cell: (key) => t(`access.${key.access}`) },
        {
          key: "created",
          header: t("list.created"),
          cell: (key) => (
            <span>
              {moment(key.createdAt, { dateStyle: "medium" })}
              {key.createdBy && <span className="block text-sm text-muted">{key.createdBy}</span>}
            </span>
          ),
        },
        {
          key: "used",
          header: t("list.used"),
          cell: (key) =>
            key.lastUsedAt
              ? moment(key.lastUsedAt, { dateStyle: "medium", timeStyle: "short" })
              : t("list.never"),
        },
        {
          key: "actions",
          header: t("list.actions"),
          hideHeader: true,
          align: "end",
          cell: (key) =>
            key.revokedAt ? (
              <StatusBadge tone="neutral">{t("list.revoked")}</StatusBadge>
            ) : (
              <ConfirmButton
                action={revokeApiKeyAction}
                input={{ id: key.id }}
                confirmTitle={t("revoke.title", { name: key.name })}
                consequences={t("revoke.consequences")}
                confirmLabel={t("revoke.confirm")}
                successMessage={t("revoke.done", { name: key.name })}
                size="small"
                variant="ghost"
                aria-label={`${t("revoke.confirm")}: ${key.name}`}
              >
                {t("revoke.confirm")}
              </ConfirmButton>
            ),
        },
      ]}
      empty={
        <EmptyState compact icon={<KeyRound />} title={t("list.none")}>
          {t("list.noneText")}
        </EmptyState>
      }
    />
  );
}
