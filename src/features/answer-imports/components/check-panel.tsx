import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/i18n/client-messages";
import { ConflictError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { Columns, Stack } from "@/ui/stack";
import { Stat } from "@/ui/stat";
import { previewAnswerImport } from "../queries/preview-answer-import";
import type { AnswerImportDetail, AnswerImportPreview } from "../schema";
import { DateDecision } from "./date-decision";
import { DiscardButton } from "./discard-button";
import { loadChoices } from "./load-choices";
import { findUse, namesNewThings } from "./mapping-changes";
import { type MappingChoices, nameThing } from "./mapping-choices";
import { NameDecision } from "./name-decision";
import { RejectionTable } from "./rejection-table";
import { ScorePreviewItem } from "./score-preview";
import { StartForm } from "./start-form";

/** So many score columns are shown opened; of more, those with something wrong. */
const MOST_OPENED = 3;

/** What the import would do with the file, what a person still has to decide, and the button that makes it do it. */
export async function CheckPanel({
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
  const [preview, choices, t, format] = await Promise.all([
    findPreview(scope, details.id),
    loadChoices(scope),
    getTranslations("answerImports"),
    getFormatter(),
  ]);
  if (preview instanceof ConflictError) {
    const errors = (await getTranslations("errors")) as unknown as (
      key: string,
      values: ConflictError["values"],
    ) => string;
    return (
      <Callout
        tone="danger"
        title={t("check.unreadable")}
        actions={
          <LinkButton size="small" href={importHref}>
            {t("check.back")}
          </LinkButton>
        }
      >
        {errors(preview.message, preview.values)}
      </Callout>
    );
  }
  const { mapping } = details;
  const day = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), {
      day: "numeric",
      month: "numeric",
      year: "numeric",
      timeZone: "UTC",
    });
  const problems = preview.problems;
  const canStart = problems.length === 0 && preview.answers > 0;
  const isDateOpen = problems.some(({ problem }) => problem === "dateFormNeeded");
  const undecided = preview.names.filter((names) => names.unknown.length > 0);

  return (
    <ClientMessages namespaces={["answerImports", "common"]}>
      <Stack gap="large">
        {problems.length > 0 && (
          <Callout
            tone="warning"
            title={t("check.problems")}
            actions={
              <LinkButton size="small" href={importHref}>
                {t("check.back")}
              </LinkButton>
            }
          >
            <ul className="mt-1 list-disc pl-4">
              {problems.map(({ problem, column }) => (
                <li key={`${problem} ${column}`}>
                  {column && <span className="font-medium break-words">{column}: </span>}
                  {t(`problems.${problem}`)}
                </li>
              ))}
            </ul>
          </Callout>
        )}
        {preview.dates &&
          (preview.dates.isAmbiguous || preview.dates.form === null) &&
          preview.dates.possibleForms.length > 0 && (
            <DateDecision importId={details.id} mapping={mapping} dates={preview.dates} />
          )}
        <Card
          title={t("check.title")}
          description={t(preview.isWhole ? "check.wholeFile" : "check.partOfFile", { rows: preview.rows })}
        >
          <Columns count={4}>
            <Stat label={t("check.answers")} value={format.number(preview.answers)} />
            <Stat label={t("check.noAnswers")} value={format.number(preview.noAnswers)} />
            <Stat label={t("check.rejected")} value={format.number(preview.rejected)} />
            <Stat
              label={t("check.days")}
              value={
                preview.firstDay && preview.lastDay ? (
                  <span className="block text-lg leading-7 font-semibold tracking-normal">
                    {preview.firstDay === preview.lastDay
                      ? day(preview.firstDay)
                      : `${day(preview.firstDay)} – ${day(preview.lastDay)}`}
                  </span>
                ) : (
                  "–"
                )
              }
            />
          </Columns>
          {preview.dates && preview.dates.unreadable > 0 && (
            <Callout tone="warning" className="mt-4">
              {t("check.unreadableDates", { count: preview.dates.unreadable, column: preview.dates.column })}
            </Callout>
          )}
        </Card>
        <StartForm
          importId={details.id}
          importHref={importHref}
          canStart={canStart}
          sentence={
            canStart
              ? describeStart(t, preview, details)
              : t(problems.length > 0 ? "check.decideFirst" : "check.nothing")
          }
        >
          <LinkButton href={importHref}>{t("check.back")}</LinkButton>
          <DiscardButton importId={details.id} newHref={newHref} />
        </StartForm>
        {undecided.map((names) => (
          <NameDecision
            key={names.column}
            importId={details.id}
            mapping={mapping}
            names={names}
            choices={choices}
          />
        ))}
        {preview.scores.length > 0 && (
          <Card flush title={t("check.scores")} description={t("check.scoresText")}>
            <div className="divide-y divide-line border-t border-line">
              {preview.scores.map((score) => (
                <ScorePreviewItem
                  key={score.column}
                  preview={score}
                  touchpoint={touchpointOf(details, choices, score.column)}
                  isOpen={preview.scores.length <= MOST_OPENED || score.outOfScale > 0}
                />
              ))}
            </div>
          </Card>
        )}
        {/* While nobody has said how dates are read, every row is refused for it: no news. */}
        {preview.firstRejections.length > 0 && !isDateOpen && (
          <Card
            flush
            title={t("check.rejectionsTitle")}
            description={
              preview.rejected > preview.firstRejections.length &&
              t("check.rejectionsMore", { count: preview.firstRejections.length })
            }
          >
            <RejectionTable rejections={preview.firstRejections} caption={t("check.rejectionsTitle")} />
          </Card>
        )}
      </Stack>
    </ClientMessages>
  );
}

/** The preview, or why the file cannot be read to its end. */
async function findPreview(scope: Scope, importId: string): Promise<AnswerImportPreview | ConflictError> {
  try {
    return await previewAnswerImport(scope, importId);
  } catch (error) {
    if (error instanceof ConflictError) return error;
    throw error;
  }
}

function touchpointOf(
  { mapping }: AnswerImportDetail,
  { touchpoints }: MappingChoices,
  column: string,
): string | null {
  const use = findUse(mapping, column);
  const thing = (use?.use === "score" && use.touchpoint) || mapping.fixed.touchpoint;
  return thing ? nameThing(touchpoints, thing) : null;
}

type Translate = Awaited<ReturnType<typeof getTranslations<"answerImports">>>;

/** What pressing the button will do, in words. */
function describeStart(t: Translate, preview: AnswerImportPreview, details: AnswerImportDetail): string {
  const { fileName, mapping } = details;
  const creates = namesNewThings(mapping) || preview.names.some(({ created }) => created > 0);
  return [
    t(preview.isWhole ? "check.willStore" : "check.willStoreAtLeast", { count: preview.answers, fileName }),
    creates && t("check.willCreate"),
    preview.rejected > 0 && t("check.willReject", { count: preview.rejected }),
    t("check.canUndo"),
  ]
    .filter(Boolean)
    .join(" ");
}
