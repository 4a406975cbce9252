import { getFormatter, getTranslations } from "next-intl/server";
import {
  resendMemberInvitationAction,
  revokeMemberInvitationAction,
} from "@/features/organizations/actions/members";
import type { MemberInvitationSummary } from "@/features/organizations/queries/list-member-invitations";
import type { Page } from "@/server/list";
import { ActionButton } from "@/ui/action-button";
import { StatusBadge } from "@/ui/badge";
import { ConfirmButton } from "@/ui/confirm-button";
import { Moment } from "@/ui/moment";
import { Row } from "@/ui/stack";
import { Table } from "@/ui/table";

/** Invitations that nobody has accepted yet. */
export async function MemberInvitationList({ invitations }: { invitations: Page<MemberInvitationSummary> }) {
  const t = await getTranslations("members");
  const format = await getFormatter();
  const day = (moment: Date) => (
    <Moment iso={moment.toISOString()} text={format.dateTime(moment, { dateStyle: "medium" })} />
  );
  return (
    <Table
      caption={t("invitations.title")}
      rows={invitations.rows}
      rowKey={(invitation) => invitation.id}
      onPhone="cards"
      columns={[
        {
          key: "email",
          header: t("list.email"),
          cell: (invitation) => <span className="break-all">{invitation.email}</span>,
        },
        {
          key: "role",
          header: t("list.role"),
          cell: (invitation) => t(`access.roles.${invitation.role}.name`),
        },
        {
          key: "state",
          header: t("invitations.state"),
          cell: (invitation) => (
            <StatusBadge tone={invitation.state === "expired" ? "warning" : "accent"}>
              {t(`invitations.states.${invitation.state}`)}
            </StatusBadge>
          ),
        },
        { key: "sent", header: t("invitations.sent"), cell: (invitation) => day(invitation.createdAt) },
        { key: "expires", header: t("invitations.expires"), cell: (invitation) => day(invitation.expiresAt) },
        {
          key: "actions",
          header: t("invitations.actions"),
          hideHeader: true,
          align: "end",
          cell: (invitation) => (
            <Row className="justify-end">
              <ActionButton
                action={resendMemberInvitationAction}
                input={{ memberInvitationId: invitation.id }}
                successMessage={t("invitations.resent", { email: invitation.email })}
                size="small"
                aria-label={`${t("invitations.resend")}: ${invitation.email}`}
              >
                {t("invitations.resend")}
              </ActionButton>
              <ConfirmButton
                action={revokeMemberInvitationAction}
                input={{ memberInvitationId: invitation.id }}
                confirmTitle={t("invitations.revokeTitle", { email: invitation.email })}
                consequences={t("invitations.revokeConsequences")}
                confirmLabel={t("invitations.revoke")}
                successMessage={t("invitations.revoked")}
                size="small"
                variant="ghost"
                aria-label={`${t("invitations.revoke")}: ${invitation.email}`}
              >
                {t("invitations.revoke")}
              </ConfirmButton>
            </Row>
          ),
        },
      ]}
    />
  );
}
