import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { isoDay } from "@/features/audit-programmes/windows";
import { respondentLanguage } from "@/server/input";
import type { Scope } from "@/server/scope";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { updateEvaluationCycleAction } from "../actions";
import type { CycleDetails } from "../queries/get-cycle";
import { listCycleChoices } from "./cycle-choices";
import { CycleFields } from "./cycle-fields";

/** A cycle's settings, and beside them what raters read of them. */
export async function SettingsTab({
  scope,
  cycle,
  promise,
}: {
  scope: Scope;
  cycle: CycleDetails;
  /** Who sees what, in the words of the raters' page. */
  promise: ReactNode;
}) {
  const t = await getTranslations("evaluationCycles");
  const { frameworks, languages } = await listCycleChoices(scope);
  const { framework, status } = cycle;
  const chosen = { value: framework.id, label: framework.name };
  // What is chosen stays a choice after it was archived.
  const choices = frameworks.some(({ value }) => value === framework.id)
    ? frameworks
    : [...frameworks, chosen];
  // Nothing that was written is lost because the organization asks in fewer languages now.
  const written = respondentLanguage.options.filter((language) => cycle.purpose[language]);
  return (
    <Stack gap="large">
      <Card className="max-w-3xl">
        <ActionForm action={updateEvaluationCycleAction} successMessage={t("saved")} className="gap-8">
          <input type="hidden" name="cycleId" value={cycle.id} />
          <CycleFields
            values={{
              ...cycle,
              frameworkId: framework.id,
              nominateUntil: cycle.nominateUntil && isoDay(cycle.nominateUntil),
              opensOn: isoDay(cycle.opensOn),
              closesOn: isoDay(cycle.closesOn),
            }}
            frameworks={status === "draft" ? choices : [chosen]}
            languages={[...new Set([...languages, ...written])]}
            fixed={{
              hasBegun: status !== "draft",
              hasOpened: status === "collecting" || status === "closed",
              isInvited: cycle.firstInvitedAt !== null,
            }}
          />
          {status !== "cancelled" && (
            <Row>
              <SubmitButton>{t("save")}</SubmitButton>
            </Row>
          )}
        </ActionForm>
      </Card>
      <Card title={t("promise.title")} description={t("promise.description")} className="max-w-3xl">
        {promise}
      </Card>
    </Stack>
  );
}
