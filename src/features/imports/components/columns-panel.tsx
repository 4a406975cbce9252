import { getTranslations } from "next-intl/server";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { ClientMessages } from "@/i18n/client-messages";
import { RESPONDENT_LANGUAGES } from "@/i18n/locale";
import type { Scope } from "@/server/scope";
import { Card } from "@/ui/card";
import { Stack } from "@/ui/stack";
import { getImportColumns } from "../queries/get-import-columns";
import type { ImportDetail } from "../schema";
import { DiscardButton } from "./discard-button";
import { DELIMITER_KEYS, ENCODING_NAMES } from "./encoding-names";
import { MappingForm } from "./mapping-form";
import { RereadForm } from "./reread-form";

/** What was understood of an uploaded file's columns, to be corrected before it is checked. */
export async function ColumnsPanel({
  scope,
  import: details,
  importHref,
  newHref,
}: {
  scope: Scope;
  import: ImportDetail;
  importHref: string;
  newHref: string;
}) {
  const isEncounters = details.kind === "encounters";
  const [columns, touchpoints, encounterTypes, t, common] = await Promise.all([
    getImportColumns(scope, details.id),
    isEncounters ? listTouchpointOptions(scope) : [],
    isEncounters ? listEncounterTypeOptions(scope) : [],
    getTranslations("imports"),
    getTranslations("common"),
  ]);
  const choices = (options: { id: string; name: string }[]) =>
    options.map(({ id, name }) => ({ value: id, label: name }));
  const reading = `${details.encoding} ${details.delimiter}`;
  return (
    <ClientMessages namespaces={["imports"]}>
      <Stack gap="large">
        <Card
          title={t("columns.reading")}
          description={t("columns.readingText", {
            rows: details.rowsTotal ?? 0,
            encoding: ENCODING_NAMES[details.encoding],
            delimiter: t(`columns.delimiters.${DELIMITER_KEYS[details.delimiter]}`).toLocaleLowerCase(),
          })}
        >
          <details>
            <summary className="cursor-pointer text-muted hover:text-ink">{t("columns.readingHint")}</summary>
            <div className="pt-4">
              <RereadForm
                key={reading}
                importId={details.id}
                encoding={details.encoding}
                delimiter={details.delimiter}
              />
            </div>
          </details>
        </Card>
        <MappingForm
          key={`columns ${reading}`}
          importId={details.id}
          kind={details.kind}
          mapping={details.mapping}
          columns={columns}
          defaults={{
            touchpoints: choices(touchpoints),
            encounterTypes: choices(encounterTypes),
            languages: RESPONDENT_LANGUAGES.map((value) => ({ value, label: common(`language.${value}`) })),
          }}
          checkHref={`${importHref}?step=check`}
        >
          <DiscardButton importId={details.id} newHref={newHref} />
        </MappingForm>
      </Stack>
    </ClientMessages>
  );
}
