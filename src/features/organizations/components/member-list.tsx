import { getFormatter, getTranslations } from "next-intl/server";
import { restoreMemberAction } from "@/features/organizations/actions/members";
import type { MemberSummary } from "@/features/organizations/queries/list-members";
import type { Page } from "@/server/list";
import { ActionButton } from "@/ui/action-button";
import { Avatar } from "@/ui/avatar";
import { Badge } from "@/ui/badge";
import { EmptyState } from "@/ui/empty-state";
import { Moment } from "@/ui/moment";
import { type Column, Table } from "@/ui/table";

/** The members with what each may see; a row leads to the member. */
export async function MemberList({
  members,
  ownUserId,
  hrefOf,
  isArchived,
}: {
  members: Page<MemberSummary>;
  ownUserId: string | null;
  hrefOf: (memberId: string) => string;
  isArchived: boolean;
}) {
  const t = await getTranslations("members");
  const format = await getFormatter();
  const columns: Column<MemberSummary>[] = [
    {
      key: "name",
      header: t("list.name"),
      cell: (member) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <Avatar name={member.name} size="small" />
          <span className="min-w-0 truncate">{member.name}</span>
          {member.userId === ownUserId && <Badge>{t("list.you")}</Badge>}
        </span>
      ),
    },
    { key: "email", header: t("list.email"), cell: (member) => member.email, className: "break-all" },
    { key: "role", header: t("list.role"), cell: (member) => t(`access.roles.${member.role}.name`) },
    {
      key: "access",
      header: t("list.access"),
      cell: (member) => {
        if (member.role === "employee") return member.employeeName ?? "–";
        if (member.role === "consultant") return t("access.assigned");
        return member.allLocations ? t("access.whole") : format.list(member.locationNames, { type: "unit" });
      },
    },
    {
      key: "lastSignIn",
      header: t("list.lastSignIn"),
      cell: (member) =>
        member.lastSignInAt ? (
          <Moment
            iso={member.lastSignInAt.toISOString()}
            text={format.dateTime(member.lastSignInAt, { dateStyle: "medium" })}
          />
        ) : (
          t("list.never")
        ),
    },
  ];
  if (isArchived) {
    columns.push({
      key: "restore",
      header: t("restore.action"),
      hideHeader: true,
      align: "end",
      cell: (member) => (
        <ActionButton
          action={restoreMemberAction}
          input={{ memberId: member.id }}
          successMessage={t("restore.done", { name: member.name })}
          size="small"
          aria-label={`${t("restore.action")}: ${member.name}`}
        >
          {t("restore.action")}
        </ActionButton>
      ),
    });
  }
  return (
    <Table
      caption={t("title")}
      columns={columns}
      rows={members.rows}
      rowKey={(member) => member.id}
      rowHref={isArchived ? undefined : (member) => hrefOf(member.id)}
      rowMuted={() => isArchived}
      onPhone="cards"
      empty={
        <EmptyState compact title={isArchived ? t("list.noArchived") : t("list.none")}>
          {isArchived ? undefined : t("list.noneText")}
        </EmptyState>
      }
    />
  );
}
