import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemberInvitationList } from "@/features/organizations/components/member-invitation-list";
import { MemberList } from "@/features/organizations/components/member-list";
import { listMemberInvitations } from "@/features/organizations/queries/list-member-invitations";
import { listMembers } from "@/features/organizations/queries/list-members";
import { memberListInput } from "@/features/organizations/schema";
import { listInput } from "@/server/input";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { searchHref } from "@/ui/search-href";
import { SearchInput } from "@/ui/search-input";
import { Stack } from "@/ui/stack";
import { Tabs } from "@/ui/tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/settings/members">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "members.manage");
  const search = await searchParams;
  const input = memberListInput.parse(search);
  const invitationPage = listInput.parse({ q: "", page: search.invitations }).page;
  const [members, invitations, t] = await Promise.all([
    listMembers(scope, input),
    listMemberInvitations(scope, invitationPage),
    getTranslations("members"),
  ]);
  const path = `/o/${organization}/settings/members`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <LinkButton
            href={`${path}/invite`}
            variant="primary"
            icon={<UserPlus aria-hidden className="size-4" />}
          >
            {t("invite.open")}
          </LinkButton>
        }
      />
      <Stack gap="large">
        {invitations.total > 0 && !input.archived && (
          <Card
            title={t("invitations.title")}
            flush
            footer={
              invitations.total > invitations.pageSize && (
                <Pagination
                  {...invitations}
                  href={(page) => searchHref(path, search, { invitations: page > 1 ? String(page) : null })}
                />
              )
            }
          >
            <MemberInvitationList invitations={invitations} />
          </Card>
        )}
        <div>
          <Tabs
            label={t("list.tabs")}
            className="mb-4"
            items={[
              { href: path, label: t("list.active"), current: !input.archived },
              { href: `${path}?archived=on`, label: t("list.archived"), current: input.archived },
            ]}
          />
          <Card
            actions={<SearchInput label={t("list.search")} />}
            flush
            footer={
              members.total > members.pageSize && (
                <Pagination
                  {...members}
                  href={(page) => searchHref(path, search, { page: page > 1 ? String(page) : null })}
                />
              )
            }
          >
            <MemberList
              members={members}
              ownUserId={scope.userId}
              hrefOf={(memberId) => `${path}/${memberId}`}
              isArchived={input.archived}
            />
          </Card>
        </div>
      </Stack>
    </>
  );
}
