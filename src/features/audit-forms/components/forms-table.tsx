import { ListChecks } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Table } from "@/ui/table";
import type { AuditFormRow } from "../queries/list-audit-form-rows";
import { FormStatus } from "./form-status";

/** The organization's audit forms with what they are bound to and who uses them. */
export async function FormsTable({
  forms,
  organization,
  timeZone,
  isFiltered,
  isArchived,
  canCreate,
}: {
  forms: AuditFormRow[];
  organization: string;
  timeZone: string;
  isFiltered: boolean;
  isArchived: boolean;
  canCreate: boolean;
}) {
  const t = await getTranslations("auditForms");
  const format = await getFormatter();
  if (forms.length === 0) {
    const isFirst = !isFiltered && !isArchived;
    return (
      <Card>
        <EmptyState
          icon={<ListChecks aria-hidden />}
          title={isFirst ? t("list.emptyTitle") : t("list.nothingFound")}
          action={
            isFirst &&
            canCreate && (
              <LinkButton href={`/o/${organization}/audit-forms/new`} variant="primary">
                {t("new.open")}
              </LinkButton>
            )
          }
        >
          {isFirst && t("list.emptyText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card flush>
      <Table
        caption={t("title")}
        rows={forms}
        rowKey={(form) => form.id}
        rowHref={(form) => `/o/${organization}/audit-forms/${form.id}`}
        rowMuted={() => isArchived}
        onPhone="cards"
        columns={[
          { key: "name", header: t("list.name"), cell: (form) => form.name, rowHeader: true },
          { key: "status", header: t("list.status"), cell: (form) => <FormStatus status={form.status} /> },
          {
            key: "version",
            header: t("list.version"),
            cell: ({ version }) =>
              version
                ? t("list.versionOf", {
                    number: version.number,
                    date: format.dateTime(version.publishedAt, { dateStyle: "medium", timeZone }),
                  })
                : "–",
          },
          {
            key: "items",
            header: t("list.items"),
            cell: (form) => t("list.itemsOf", { items: form.items, sections: form.sections }),
          },
          {
            key: "touchpoints",
            header: t("settings.touchpointIds.label"),
            cell: (form) => form.touchpoints.join(", ") || t("settings.touchpointIds.all"),
          },
          {
            key: "encounterTypes",
            header: t("settings.encounterTypeIds.label"),
            cell: (form) => form.encounterTypes.join(", ") || t("settings.encounterTypeIds.all"),
          },
          {
            key: "programmes",
            header: t("list.programmes"),
            cell: (form) => form.programmes,
            align: "end",
          },
        ]}
      />
    </Card>
  );
}
