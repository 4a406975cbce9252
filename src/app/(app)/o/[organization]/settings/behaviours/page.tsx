import { HeartHandshake } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  AddReadyBehaviours,
  ReadyBehaviourNames,
} from "@/features/behaviours/components/add-ready-behaviours";
import { AddBehaviourButton, BehaviourEditor } from "@/features/behaviours/components/behaviour-editor";
import { ArchivedBehaviours, BehaviourList } from "@/features/behaviours/components/behaviour-list";
import { listBehaviourUses } from "@/features/behaviours/queries/list-behaviour-uses";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { READY_BEHAVIOUR_KEYS } from "@/features/behaviours/ready-behaviours";
import { NO_USES } from "@/features/behaviours/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Row, Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("behaviours"))("title") };
}

export default async function BehavioursSettingsPage({
  params,
}: PageProps<"/o/[organization]/settings/behaviours">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "behaviours.manage");
  const [behaviours, uses, t] = await Promise.all([
    listBehaviours(scope, { includeArchived: true }),
    listBehaviourUses(scope),
    getTranslations("behaviours"),
  ]);
  const canEdit = scope.locationIds === null;
  const rows = behaviours.map((behaviour) => ({
    ...behaviour,
    uses: uses.get(behaviour.id) ?? NO_USES,
  }));
  const inUse = rows.filter((behaviour) => !behaviour.isArchived);
  const archived = rows.filter((behaviour) => behaviour.isArchived);
  const keys = new Set(behaviours.map(({ key }) => key));
  const lacksReady = READY_BEHAVIOUR_KEYS.some((key) => !keys.has(key));

  return (
    <ClientMessages namespaces={["behaviours", "common"]}>
      <BehaviourEditor>
        <PageHeader
          title={t("title")}
          description={canEdit ? t("description") : t("readOnly")}
          actions={
            canEdit &&
            inUse.length > 0 && (
              <>
                {lacksReady && <AddReadyBehaviours variant="secondary" />}
                <AddBehaviourButton />
              </>
            )
          }
        />
        <Stack gap="large">
          {inUse.length > 0 ? (
            <BehaviourList behaviours={inUse} canEdit={canEdit} />
          ) : (
            <EmptyState
              icon={<HeartHandshake />}
              title={t("empty")}
              action={
                canEdit && (
                  <Row className="justify-center">
                    {lacksReady && <AddReadyBehaviours variant="primary" />}
                    <AddBehaviourButton variant="secondary" />
                  </Row>
                )
              }
            >
              {canEdit && lacksReady ? (
                <>
                  {t("emptyText")} <ReadyBehaviourNames />.
                </>
              ) : (
                t("emptyReadOnly")
              )}
            </EmptyState>
          )}
          {archived.length > 0 && <ArchivedBehaviours behaviours={archived} canEdit={canEdit} />}
        </Stack>
      </BehaviourEditor>
    </ClientMessages>
  );
}
