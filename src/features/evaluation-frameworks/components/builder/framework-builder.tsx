"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { Behaviour } from "@/features/behaviours/schema";
import type { RespondentLanguage } from "@/server/input";
import { FindingsPanel } from "@/ui/draft/findings-panel";
import { focusField } from "@/ui/draft/focus-field";
import { LeaveGuard } from "@/ui/draft/leave-guard";
import { SaveIndicator } from "@/ui/draft/save-indicator";
import { LinkButton } from "@/ui/link-button";
import { useOrganizationSlug } from "@/ui/organization-context";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";
import { compareFrameworks, countChanges } from "../../changes";
import { listFrameworkLanguages } from "../../framework-texts";
import { listFrameworkErrors, listFrameworkWarnings } from "../../publishing-rules";
import type { EvaluationFrameworkDetails, FrameworkOrganization } from "../../schema";
import { ArchiveButton } from "../archive-button";
import { FrameworkLanguageChoice } from "../framework-language-choice";
import { FrameworkStatus } from "../framework-status";
import { FrameworkPreview, PREVIEW_ID, QUESTIONS_PAGE } from "../preview/framework-preview";
import type { RaterWords } from "../preview/rater-words";
import { type FrameworkVersionRow, FrameworkVersions } from "../versions-card";
import { FrameworkBuilderContext, type FrameworkBuilderState } from "./builder-context";
import { CompetenciesList } from "./competencies-list";
import { FrameworkConflict } from "./framework-conflict";
import { PublishFrameworkButton } from "./publish-button";
import { QuestionsSection } from "./questions-section";
import { ScaleSection } from "./scale-section";
import { SettingsSection } from "./settings-section";
import { idOf, placeOf, useFindingEntries } from "./use-findings";
import { useFrameworkSaver } from "./use-framework-saver";

export type FrameworkBuilderProps = {
  framework: EvaluationFrameworkDetails;
  organization: FrameworkOrganization;
  /** The service standard, archived behaviours too. */
  behaviours: Behaviour[];
  versions: FrameworkVersionRow[];
  /** What raters' pages say around the texts, by language. */
  words: Record<string, RaterWords>;
};

/** Everything about one framework on one page: its scale, competencies, items and questions, and how a rater sees them. */
export function FrameworkBuilder({
  framework,
  organization,
  behaviours,
  versions,
  words,
}: FrameworkBuilderProps) {
  const t = useTranslations("evaluationFrameworks");
  const tCommon = useTranslations("common");
  const slug = useOrganizationSlug();
  const { saver, snapshot } = useFrameworkSaver(framework);
  const { currentVersion } = framework;
  const [languages] = useState(() =>
    listFrameworkLanguages(organization, [
      framework.definition,
      ...(currentVersion ? [currentVersion.definition] : []),
    ]),
  );
  const main = organization.language;
  const [language, setLanguage] = useState(main);
  const [openItems, setOpenItems] = useState<ReadonlySet<string>>(new Set());
  const [shownPage, setShownPage] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState("");
  const { draft, errors: fieldErrors } = snapshot;
  const { definition } = draft;

  const setItemOpen = (itemKey: string, isOpen: boolean) =>
    setOpenItems((before) => {
      const after = new Set(before);
      if (isOpen) after.add(itemKey);
      else after.delete(itemKey);
      return after;
    });
  const builder: FrameworkBuilderState = {
    draft,
    main: { code: main, name: tCommon(`language.${main as RespondentLanguage}`) },
    language,
    behaviours,
    errors: fieldErrors,
    openItems,
    setItemOpen,
    change: (update, field) =>
      saver.change((before) => ({ ...before, definition: update(before.definition) }), field),
    changeSettings: (changes, field) =>
      saver.change((before) => ({ ...before, settings: { ...before.settings, ...changes } }), field),
    showInPreview: setShownPage,
    announce: setAnnouncement,
  };
  const errors = useMemo(() => listFrameworkErrors(definition, main), [definition, main]);
  const warnings = useMemo(
    () =>
      listFrameworkWarnings(definition, { language: main, languages }, currentVersion?.definition ?? null),
    [definition, main, languages, currentVersion],
  );
  const hasChanges = useMemo(
    () => !currentVersion || countChanges(compareFrameworks(currentVersion.definition, definition)) > 0,
    [currentVersion, definition],
  );

  const openField = (name: string) => {
    const { part, competency, item } = placeOf(name, definition);
    if (competency) setShownPage(competency.key);
    if (part === "questions") setShownPage(QUESTIONS_PAGE);
    if (item) setItemOpen(item.key, true);
    // A text of another language is not on screen yet.
    const written = name.split(".").at(-1) ?? "";
    if (name.startsWith("definition.") && languages.includes(written)) setLanguage(written);
    document.getElementById(idOf(name, definition))?.scrollIntoView({ block: "start" });
    focusField(name);
  };
  const entriesOf = useFindingEntries(definition, openField);

  return (
    <FrameworkBuilderContext value={builder}>
      <LeaveGuard saver={saver} />
      <PageHeader
        title={draft.settings.name || t("settings.unnamed")}
        badge={
          <span className="flex flex-wrap items-center gap-x-4">
            <FrameworkStatus status={framework.status} />
            {currentVersion && (
              <span className="text-sm text-muted">
                {hasChanges
                  ? t("versions.unpublished")
                  : t("versions.number", { number: currentVersion.number })}
              </span>
            )}
          </span>
        }
        breadcrumbs={[{ label: t("title"), href: `/o/${slug}/evaluation-frameworks` }]}
        actions={
          <>
            <ArchiveButton
              frameworkId={framework.id}
              name={draft.settings.name}
              isPublished={currentVersion !== null}
              cycles={framework.cycles}
              onChanged={(revision) => saver.adoptRevision(revision)}
            />
            {hasChanges && (
              <PublishFrameworkButton
                framework={framework}
                saver={saver}
                errors={errors}
                warnings={warnings}
              />
            )}
          </>
        }
      />
      <div className="grid gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Stack className="relative">
          <div className="sticky top-[3.4rem] z-20 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-canvas px-4 py-2 sm:-mx-8 sm:px-8 lg:top-0 xl:mx-0 xl:px-0">
            {languages.length > 1 && (
              <FrameworkLanguageChoice
                definition={definition}
                languages={languages}
                language={language}
                onChange={setLanguage}
              />
            )}
            <div className="flex items-center gap-2">
              <SaveIndicator snapshot={snapshot} onRetry={() => void saver.flush()} onOpenField={openField} />
              <FrameworkConflict frameworkId={framework.id} saver={saver} snapshot={snapshot} />
              <LinkButton
                href={`#${PREVIEW_ID}`}
                variant="ghost"
                size="small"
                icon={<Eye aria-hidden className="size-4" />}
                className="xl:hidden"
              >
                <span className="max-sm:sr-only">{t("preview.title")}</span>
              </LinkButton>
            </div>
          </div>
          <FindingsPanel
            title={hasChanges ? t("findings.title") : t("findings.titlePublished")}
            findings={[...entriesOf(errors, true), ...entriesOf(warnings, false)]}
            none={hasChanges ? t("findings.none") : null}
          />
          <SettingsSection status={framework.status} />
          <ScaleSection />
          <CompetenciesList />
          <QuestionsSection />
          <p aria-live="polite" className="sr-only">
            {announcement}
          </p>
          <FrameworkVersions frameworkId={framework.id} versions={versions} />
        </Stack>
        <FrameworkPreview
          definition={definition}
          language={language}
          fallback={main}
          words={words}
          shown={shownPage}
          onShow={setShownPage}
        />
      </div>
    </FrameworkBuilderContext>
  );
}
