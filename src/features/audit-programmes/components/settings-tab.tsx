import { getTranslations } from "next-intl/server";
import { listAuditForms } from "@/features/audit-forms/queries/list-audit-forms";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import type { Scope } from "@/server/scope";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { updateProgrammeAction } from "../actions";
import type { ProgrammeDetails } from "../queries/get-programme";
import { isoDay } from "../windows";
import { ProgrammeFields } from "./programme-fields";

/** A programme's settings. */
export async function SettingsTab({ scope, programme }: { scope: Scope; programme: ProgrammeDetails }) {
  const t = await getTranslations("programmes");
  const choices = await listProgrammeChoices(scope);
  return (
    <Card className="max-w-3xl">
      <ActionForm action={updateProgrammeAction} successMessage={t("saved")}>
        <input type="hidden" name="programmeId" value={programme.id} />
        <ProgrammeFields
          {...choices}
          forms={withCurrent(choices.forms, programme.form)}
          encounterTypes={withCurrent(choices.encounterTypes, programme.encounterType)}
          isFormFixed={programme.hasAudits}
          values={{
            ...programme,
            formId: programme.form.id,
            encounterTypeId: programme.encounterType?.id ?? null,
            startsOn: isoDay(programme.startsOn),
            endsOn: isoDay(programme.endsOn),
          }}
        />
        {programme.status !== "ended" && (
          <Row>
            <SubmitButton>{t("save")}</SubmitButton>
          </Row>
        )}
      </ActionForm>
    </Card>
  );
}

/** Forms and encounter types a programme can have. */
export async function listProgrammeChoices(scope: Scope) {
  const t = await getTranslations("programmes");
  const [forms, encounterTypes] = await Promise.all([listAuditForms(scope), listEncounterTypeOptions(scope)]);
  return {
    forms: forms.map(({ id, name, currentVersion }) => ({
      value: id,
      label: currentVersion ? name : t("fields.unpublished", { name }),
    })),
    encounterTypes: encounterTypes.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** What is chosen stays a choice after it was archived. */
function withCurrent(
  options: { value: string; label: string }[],
  current: { id: string; name: string } | null,
) {
  if (!current || options.some(({ value }) => value === current.id)) return options;
  return [...options, { value: current.id, label: current.name }];
}
