import { ClipboardCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/i18n/client-messages";
import type { Scope } from "@/server/scope";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Section } from "@/ui/section";
import { Stack } from "@/ui/stack";
import { listMyAssignments, type MyAssignment } from "../queries/list-my-assignments";
import { AssignmentCard } from "./assignment-card";
import { FinishedAssignments } from "./finished-assignments";

/** A consultant's first page: what to answer, what to do now, what comes, what is behind. */
export async function MyAssignments({ scope, slug }: { scope: Scope; slug: string }) {
  const t = await getTranslations("programmes");
  const { open, finished } = await listMyAssignments(scope);
  const groups: { key: "toAnswer" | "now" | "later" | "finished"; rows: MyAssignment[] }[] = [
    { key: "toAnswer", rows: open.filter(({ isAccepted }) => !isAccepted) },
    { key: "now", rows: open.filter((row) => row.isAccepted && row.windowStartsAt <= scope.now) },
    { key: "later", rows: open.filter((row) => row.isAccepted && row.windowStartsAt > scope.now) },
    { key: "finished", rows: finished },
  ];
  return (
    <>
      <PageHeader
        title={t("mine.title")}
        description={t("mine.description")}
        actions={<LinkButton href={`/o/${slug}/assignments/conflicts`}>{t("mine.conflicts")}</LinkButton>}
      />
      <Stack gap="large" className="max-w-3xl">
        {open.length === 0 && (
          <Card>
            <EmptyState icon={<ClipboardCheck />} title={t("mine.nothing")} compact={finished.length > 0}>
              {t("mine.nothingText")}
            </EmptyState>
          </Card>
        )}
        <ClientMessages namespaces={["programmes"]}>
          {groups.map(
            ({ key, rows }) =>
              rows.length > 0 && (
                <Section key={key} title={t(`mine.${key}`)}>
                  {key === "finished" ? (
                    <FinishedAssignments assignments={rows} slug={slug} timeZone={scope.timeZone} />
                  ) : (
                    <ul className="flex flex-col gap-3">
                      {rows.map((assignment) => (
                        <li key={assignment.id}>
                          <AssignmentCard assignment={assignment} scope={scope} slug={slug} />
                        </li>
                      ))}
                    </ul>
                  )}
                </Section>
              ),
          )}
        </ClientMessages>
      </Stack>
    </>
  );
}
