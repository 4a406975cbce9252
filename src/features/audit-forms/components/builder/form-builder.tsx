"use client";

import { Gauge } from "lucide-react";
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
import { compareForms, countChanges } from "../../changes";
import { listFormLanguages, mainFormLanguage } from "../../form-texts";
import { type FormFinding, listFormErrors, listFormWarnings } from "../../publishing-rules";
import type { AuditFormDetails, FormOrganization } from "../../schema";
import { ArchiveButton } from "../archive-button";
import { FormStatus } from "../form-status";
import { FormPreview, PREVIEW_ID } from "../preview/form-preview";
import { type FormVersionRow, FormVersions } from "../versions-card";
import { FormBuilderContext, type FormBuilderState } from "./builder-context";
import { FormConflict } from "./conflict-dialog";
import { FormLanguageChoice } from "./form-language-choice";
import { PublishFormButton } from "./publish-button";
import { SectionsList } from "./sections-list";
import { type BindingOptions, SettingsSection } from "./settings-section";
import { idOf, useFindingEntries } from "./use-findings";
import { useFormSaver } from "./use-form-saver";

export type FormBuilderProps = BindingOptions & {
  form: AuditFormDetails;
  organization: FormOrganization;
  /** The service standard, archived behaviours too. */
  behaviours: Behaviour[];
  versions: FormVersionRow[];
};

/** Everything about one form on one page: its sections and items, how they count, and what an auditor's answers come to. */
export function FormBuilder(props: FormBuilderProps) {
  const { form, organization, behaviours } = props;
  const t = useTranslations("auditForms");
  const tCommon = useTranslations("common");
  const slug = useOrganizationSlug();
  const { saver, snapshot } = useFormSaver(form);
  const [languages] = useState(() =>
    listFormLanguages(organization, [
      form.definition,
      ...(form.currentVersion ? [form.currentVersion.definition] : []),
    ]),
  );
  const main = mainFormLanguage(organization.language);
  const [language, setLanguage] = useState(main);
  const [openItems, setOpenItems] = useState<ReadonlySet<string>>(new Set());
  const [shownSection, setShownSection] = useState<string | null>(null);
  const { draft, errors: fieldErrors } = snapshot;
  const { definition } = draft;
  const { currentVersion } = form;

  const setItemOpen = (itemKey: string, isOpen: boolean) =>
    setOpenItems((before) => {
      const after = new Set(before);
      if (isOpen) after.add(itemKey);
      else after.delete(itemKey);
      return after;
    });
  const builder: FormBuilderState = {
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
    showInPreview: setShownSection,
  };
  const errors = useMemo(() => listFormErrors(draft, main), [draft, main]);
  const warnings = useMemo(
    () => listFormWarnings(draft, { language: main, languages }),
    [draft, main, languages],
  );
  const hasChanges = useMemo(
    () => !currentVersion || countChanges(compareForms(currentVersion.definition, definition)) > 0,
    [currentVersion, definition],
  );

  const openField = (name: string) => {
    const place = /^definition\.sections\.(\d+)(?:\.items\.(\d+)\.)?/.exec(name);
    const section = definition.sections[Number(place?.[1])];
    const item = place?.[2] === undefined ? undefined : section?.items[Number(place[2])];
    if (section) setShownSection(section.key);
    if (item) setItemOpen(item.key, true);
    // A text of another language is not on screen yet.
    const written = name.split(".").at(-1) ?? "";
    if (name.startsWith("definition.") && languages.includes(written)) setLanguage(written);
    focusField(name);
  };
  const openFinding = (finding: FormFinding) => {
    if (finding.field) openField(finding.field);
    else document.getElementById(idOf(finding))?.scrollIntoView({ block: "start" });
  };
  const entriesOf = useFindingEntries(definition, openFinding);

  return (
    <FormBuilderContext value={builder}>
      <LeaveGuard saver={saver} />
      <PageHeader
        title={draft.settings.name || t("settings.unnamed")}
        badge={
          <span className="flex flex-wrap items-center gap-x-4">
            <FormStatus status={form.status} />
            {currentVersion && (
              <span className="text-sm text-muted">
                {hasChanges
                  ? t("versions.unpublished")
                  : t("versions.number", { number: currentVersion.number })}
              </span>
            )}
          </span>
        }
        breadcrumbs={[{ label: t("title"), href: `/o/${slug}/audit-forms` }]}
        actions={
          <>
            <ArchiveButton
              formId={form.id}
              name={draft.settings.name}
              isPublished={currentVersion !== null}
              programmes={form.programmes}
              onChanged={(revision) => saver.adoptRevision(revision)}
            />
            {hasChanges && (
              <PublishFormButton form={form} saver={saver} errors={errors} warnings={warnings} />
            )}
          </>
        }
      />
      <div className="grid gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Stack className="relative">
          <div className="sticky top-[3.4rem] z-20 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-canvas px-4 py-2 sm:-mx-8 sm:px-8 lg:top-0 xl:mx-0 xl:px-0">
            {languages.length > 1 && (
              <FormLanguageChoice
                definition={definition}
                languages={languages}
                language={language}
                onChange={setLanguage}
              />
            )}
            <div className="flex items-center gap-2">
              <SaveIndicator snapshot={snapshot} onRetry={() => void saver.flush()} onOpenField={openField} />
              <FormConflict formId={form.id} saver={saver} snapshot={snapshot} />
              <LinkButton
                href={`#${PREVIEW_ID}`}
                variant="ghost"
                size="small"
                icon={<Gauge aria-hidden className="size-4" />}
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
            status={form.status}
            touchpoints={props.touchpoints}
            encounterTypes={props.encounterTypes}
          />
          <SectionsList />
          <FormVersions formId={form.id} versions={props.versions} />
        </Stack>
        <FormPreview
          definition={definition}
          language={language}
          shown={shownSection}
          onShow={setShownSection}
        />
      </div>
    </FormBuilderContext>
  );
}
