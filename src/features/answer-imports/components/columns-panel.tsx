import { getTranslations } from "next-intl/server";
import { DELIMITER_KEYS, ENCODING_NAMES } from "@/features/imports/components/encoding-names";
import { ClientMessages } from "@/i18n/client-messages";
import type { Scope } from "@/server/scope";
import { Card } from "@/ui/card";
import { Stack } from "@/ui/stack";
import { getAnswerImportColumns } from "../queries/get-answer-import-columns";
import { listAnswerMappings } from "../queries/list-answer-mappings";
import type { AnswerImportDetail } from "../schema";
import { DiscardButton } from "./discard-button";
import { FirstRows } from "./first-rows";
import { loadChoices } from "./load-choices";
import { MappingEditor } from "./mapping-editor";
import { RereadForm } from "./reread-form";

/** How the file was read and what its columns mean, both to be corrected before it is checked. */
export async function ColumnsPanel({
  scope,
  import: details,
  importHref,
  newHref,
}: {
  scope: Scope;
  import: AnswerImportDetail;
  importHref: string;
  newHref: string;
}) {
  const [profile, savedMappings, choices, t] = await Promise.all([
    getAnswerImportColumns(scope, details.id),
    listAnswerMappings(scope),
    loadChoices(scope),
    getTranslations("answerImports"),
  ]);
  const { encoding, delimiter, sheet } = details.reading;
  const { columns } = profile;
  const reading = [details.format, encoding, delimiter, sheet].join(" ");
  const howRead = [
    t(details.isTotalEstimated ? "reading.rowsAbout" : "reading.rows", {
      rows: details.rowsTotal ?? profile.rows,
    }),
    t("reading.columns", { columns: columns.length }),
    details.format === "xlsx"
      ? t("reading.sheetIs", { sheet: sheet ?? "" })
      : [
          encoding && ENCODING_NAMES[encoding],
          delimiter && t(`reading.delimiters.${DELIMITER_KEYS[delimiter]}`).toLocaleLowerCase(),
        ]
          .filter(Boolean)
          .join(" · "),
  ];
  return (
    <ClientMessages namespaces={["answerImports", "common"]}>
      <Stack gap="large">
        <Card flush title={t("reading.title")} description={howRead.join(" · ")}>
          <details className="px-4 pb-4 sm:px-5">
            <summary className="w-fit cursor-pointer text-muted hover:text-ink">{t("reading.hint")}</summary>
            <div className="pt-4">
              <RereadForm
                key={reading}
                importId={details.id}
                format={details.format}
                reading={details.reading}
                sheets={details.sheets}
              />
            </div>
          </details>
          <details className="border-t border-line">
            <summary className="cursor-pointer px-4 py-3 text-muted hover:text-ink sm:px-5">
              {t("reading.firstRows", { count: profile.firstRows.length })}
            </summary>
            <FirstRows header={columns.map(({ column }) => column)} rows={profile.firstRows} />
          </details>
        </Card>
        <MappingEditor
          key={`columns ${reading}`}
          importId={details.id}
          current={details.mapping}
          columns={columns}
          choices={choices}
          savedMappings={savedMappings}
          checkHref={`${importHref}?step=check`}
        >
          <DiscardButton importId={details.id} newHref={newHref} />
        </MappingEditor>
      </Stack>
    </ClientMessages>
  );
}
