import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  archiveMemberAction,
  setObserverAction,
  updateMemberAccessAction,
} from "@/features/organizations/actions/members";
import { AccessFields } from "@/features/organizations/components/access-fields";
import { getMember } from "@/features/organizations/queries/get-member";
import { listEmployeeOptions } from "@/features/people/queries/list-employee-options";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { ClientMessages } from "@/i18n/client-messages";
import { NotFoundError } from "@/server/errors";
import { id } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { ActionButton } from "@/ui/action-button";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("edit.title") };
}

export default async function MemberPage({
  params,
}: PageProps<"/o/[organization]/settings/members/[member]">) {
  const { organization, member: memberId } = await params;
  const scope = await requireScope(organization, "members.manage");
  const isId = id.safeParse(memberId).success;
  const member = await orNotFound(isId ? getMember(scope, memberId) : Promise.reject(new NotFoundError()));
  const t = await getTranslations("members");
  const [locations, employees] = await Promise.all([listLocationOptions(scope), listEmployeeOptions(scope)]);
  const path = `/o/${organization}/settings/members`;
  const isSelf = member.userId === scope.userId;
  return (
    <>
      <PageHeader
        title={member.name}
        description={member.email}
        badge={
          member.archivedAt ? <Badge>{t("edit.archived")}</Badge> : isSelf && <Badge>{t("list.you")}</Badge>
        }
        breadcrumbs={[{ label: t("title"), href: path }]}
      />
      {!member.archivedAt && (
        <Stack gap="large" className="max-w-3xl">
          <Card title={t("edit.access")} description={t("edit.accessDescription")}>
            <ClientMessages namespaces={["members"]}>
              <ActionForm
                action={updateMemberAccessAction}
                // Whoever gives up the own role may no longer be allowed to see the list.
                redirectTo={isSelf ? `/o/${organization}` : path}
                successMessage={t("edit.saved", { name: member.name })}
              >
                <input type="hidden" name="memberId" value={member.id} />
                <AccessFields
                  current={member}
                  locations={locations}
                  employees={employees.map(({ id: value, name, locationName }) => ({
                    value,
                    label: name,
                    detail: locationName,
                  }))}
                />
                <Row>
                  <SubmitButton>{t("edit.submit")}</SubmitButton>
                  <LinkButton href={path} variant="ghost">
                    {t("cancel")}
                  </LinkButton>
                </Row>
              </ActionForm>
            </ClientMessages>
          </Card>
          {(member.role === "consultant" || member.role === "employee") && (
            <Card title={t("observer.title")} description={t("observer.description")}>
              <Row gap="medium">
                <span>{t(member.mayObserve ? "observer.is" : "observer.isNot")}</span>
                <ActionButton
                  action={setObserverAction}
                  input={{ memberId: member.id, mayObserve: !member.mayObserve }}
                  successMessage={t(member.mayObserve ? "observer.stopped" : "observer.allowed", {
                    name: member.name,
                  })}
                >
                  {t(member.mayObserve ? "observer.stop" : "observer.allow")}
                </ActionButton>
              </Row>
            </Card>
          )}
          <Card title={t("archive.title")} description={t("archive.description")}>
            <ConfirmButton
              action={archiveMemberAction}
              input={{ memberId: member.id }}
              confirmTitle={t("archive.confirmTitle", { name: member.name })}
              consequences={t("archive.consequences")}
              confirmLabel={t("archive.action")}
              successMessage={t("archive.done", { name: member.name })}
            >
              {t("archive.action")}
            </ConfirmButton>
          </Card>
        </Stack>
      )}
    </>
  );
}
