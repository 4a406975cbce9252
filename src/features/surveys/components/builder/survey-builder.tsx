"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { Behaviour } from "@/features/behaviours/schema";
import type { EncounterTypeOption, TouchpointOption } from "@/features/touchpoints/schema";
import { FindingsPanel } from "@/ui/draft/findings-panel";
import { focusField } from "@/ui/draft/focus-field";
import { LeaveGuard } from "@/ui/draft/leave-guard";
import { SaveIndicator } from "@/ui/draft/save-indicator";
import { LinkButton } from "@/ui/link-button";
import { useOrganizationSlug } from "@/ui/organization-context";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";
import { listChanges } from "../../changes";
import { listPublishingErrors, listSurveyWarnings, type SurveyFinding } from "../../rules";
import type { ScoreBand, SurveyBinding, SurveyDetails, SurveyOrganization } from "../../schema";
import type { PreviewStep } from "../preview/preview-source";
import { SurveyPreview } from "../preview/survey-preview";
import { SurveyStatus } from "../survey-status";
import { type PublishedVersionRow, SurveyVersions } from "../versions-card";
import { type Builder, BuilderContext, sectionId } from "./builder-context";
import { SurveyConflict } from "./conflict-dialog";
import { MailsSection } from "./mails-section";
import { PublishSurveyButton } from "./publish-button";
import { QuestionsSection } from "./questions-section";
import { SettingsSection } from "./settings-section";
import { StatusActions } from "./status-actions";
import { SurveyLanguageChoice } from "./survey-language-choice";
import { CommentSection, FollowUpSection, MainSection, ThanksSection } from "./text-sections";
import { useFindingEntries } from "./use-findings";
import { useSurveySaver } from "./use-survey-saver";

export type SurveyBuilderProps = {
  survey: SurveyDetails;
  organization: SurveyOrganization;
  /** The other surveys being sent, for the warning about overlaps. */
  others: SurveyBinding[];
  encounterTypes: EncounterTypeOption[];
  touchpoints: TouchpointOption[];
  behaviours: Behaviour[];
  versions: PublishedVersionRow[];
};

/** Everything about one survey on one page: its texts in every language, its settings, and how respondents see it. */
export function SurveyBuilder(props: SurveyBuilderProps) {
  const { survey, organization, others, behaviours } = props;
  const t = useTranslations("surveys");
  const slug = useOrganizationSlug();
  const { saver, snapshot } = useSurveySaver(survey);
  const [language, setLanguage] = useState(organization.language);
  const [shown, setShown] = useState<{ step: PreviewStep; band: ScoreBand }>({ step: "score", band: "high" });
  const { draft, errors: fieldErrors } = snapshot;
  const { currentVersion, status } = survey;

  const builder = useMemo<Builder>(
    () => ({
      draft,
      organization,
      behaviours,
      language,
      setLanguage,
      errors: fieldErrors,
      changeDefinition: (update, field) =>
        saver.change((before) => ({ ...before, definition: update(before.definition) }), field),
      changeSettings: (changes, field) =>
        saver.change((before) => ({ ...before, settings: { ...before.settings, ...changes } }), field),
      showInPreview: (step, band) => setShown((before) => ({ step, band: band ?? before.band })),
    }),
    [draft, organization, behaviours, language, fieldErrors, saver],
  );
  const errors = useMemo(
    () => listPublishingErrors({ ...draft, currentVersion }, organization),
    [draft, currentVersion, organization],
  );
  const warnings = useMemo(
    () => listSurveyWarnings(draft, { ...organization, others }),
    [draft, organization, others],
  );
  const hasChanges = useMemo(
    () => !currentVersion || listChanges(currentVersion.definition, draft.definition).length > 0,
    [currentVersion, draft],
  );

  const openField = (name: string) => {
    // A text of another language is not on screen yet.
    if (name.startsWith("definition.")) {
      const written = name.split(".").at(-1) ?? "";
      if (organization.languages.includes(written)) setLanguage(written);
    }
    focusField(name);
  };
  const openFinding = ({ field, place }: SurveyFinding) => {
    if (field) openField(field);
    else document.getElementById(sectionId(place))?.scrollIntoView({ block: "start" });
  };

  const entriesOf = useFindingEntries(openFinding);

  return (
    <BuilderContext value={builder}>
      <LeaveGuard saver={saver} />
      <PageHeader
        title={draft.settings.name || t("settings.unnamed")}
        badge={
          <span className="flex flex-wrap items-center gap-x-4">
            <SurveyStatus status={status} />
            {currentVersion && (
              <span className="text-sm text-muted">
                {hasChanges
                  ? t("versions.unpublished")
                  : t("versions.current", { number: currentVersion.number })}
              </span>
            )}
          </span>
        }
        breadcrumbs={[{ label: t("title"), href: `/o/${slug}/surveys` }]}
        actions={
          <>
            {currentVersion && (
              <LinkButton href={`/o/${slug}/surveys/${survey.id}/results`}>{t("results")}</LinkButton>
            )}
            <StatusActions
              survey={{ id: survey.id, status, name: draft.settings.name }}
              onChanged={(revision) => saver.adoptRevision(revision)}
            />
            {hasChanges && (
              <PublishSurveyButton
                survey={survey}
                saver={saver}
                definition={draft.definition}
                errors={errors}
                warnings={warnings}
                language={organization.language}
              />
            )}
          </>
        }
      />
      <div className="grid gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Stack className="relative">
          <div className="sticky top-[3.4rem] z-20 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-canvas px-4 py-2 sm:-mx-8 sm:px-8 lg:top-0 xl:mx-0 xl:px-0">
            {organization.languages.length > 1 && (
              <SurveyLanguageChoice
                definition={draft.definition}
                languages={organization.languages}
                language={language}
                onChange={setLanguage}
              />
            )}
            <div className="flex items-center gap-2">
              <SaveIndicator snapshot={snapshot} onRetry={() => void saver.flush()} onOpenField={openField} />
              <SurveyConflict surveyId={survey.id} language={language} saver={saver} snapshot={snapshot} />
              <LinkButton
                href="#survey-preview"
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
          <SettingsSection
            status={status}
            encounterTypes={props.encounterTypes}
            touchpoints={props.touchpoints}
          />
          <MainSection />
          <FollowUpSection />
          <QuestionsSection />
          <CommentSection />
          <ThanksSection />
          <MailsSection />
          <SurveyVersions surveyId={survey.id} versions={props.versions} />
        </Stack>
        <SurveyPreview
          surveyId={survey.id}
          definition={draft.definition}
          languages={organization.languages}
          language={language}
          onLanguageChange={setLanguage}
          shown={shown}
          onShow={setShown}
          revision={snapshot.revision}
        />
      </div>
    </BuilderContext>
  );
}
