import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { KeyValueList } from "@/ui/key-value-list";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { attestStaffInformedAction, withdrawAttestationAction } from "../actions";
import type { ProgrammeDetails } from "../queries/get-programme";
import { dayOf, formatDay, isoDay } from "../windows";

/** Whether the staff have been told of audits, who says so, and what follows from it. */
export async function AttestationCard({
  programme,
  userName,
  today,
  timeZone,
}: {
  programme: ProgrammeDetails;
  /** In whose name it would be attested. */
  userName: string;
  today: string;
  timeZone: string;
}) {
  const t = await getTranslations("programmes.attestation");
  const locale = await getLocale();
  const { attestation } = programme;
  if (!attestation) {
    return (
      <Card title={t("title")} description={t("description")}>
        <Stack>
          <Callout title={t("notYet")}>
            <ul className="mt-1 list-disc pl-4">
              <li>{t("without.names")}</li>
              <li>{t("without.figures")}</li>
              <li>{t("without.rest")}</li>
            </ul>
          </Callout>
          {programme.status !== "ended" && (
            <ActionForm action={attestStaffInformedAction} successMessage={t("done")}>
              <input type="hidden" name="programmeId" value={programme.id} />
              <Field
                name="staffInformedOn"
                label={t("since")}
                hint={t("sinceHint")}
                required
                className="max-w-xs"
              >
                <DateInput max={today} />
              </Field>
              <p className="max-w-prose text-muted">{t("inYourName", { name: userName })}</p>
              <Row>
                <SubmitButton>{t("attest")}</SubmitButton>
              </Row>
            </ActionForm>
          )}
        </Stack>
      </Card>
    );
  }
  const since = formatDay(isoDay(attestation.staffInformedOn), locale);
  return (
    <Card title={t("title")} description={t("description")}>
      <Stack>
        <KeyValueList
          items={[
            { label: t("since"), value: since },
            {
              label: t("by"),
              value: t("byAt", {
                name: attestation.byName,
                day: formatDay(dayOf(attestation.at, timeZone), locale),
              }),
            },
          ]}
        />
        <p className="max-w-prose text-muted">{t("follows", { day: since })}</p>
        {programme.namesEmployees ? (
          <p className="max-w-prose text-muted">{t("used")}</p>
        ) : (
          <Row>
            <ConfirmButton
              action={withdrawAttestationAction}
              input={{ programmeId: programme.id }}
              confirmTitle={t("withdrawTitle")}
              consequences={t("withdrawText")}
              confirmLabel={t("withdraw")}
              successMessage={t("withdrawn")}
            >
              {t("withdraw")}
            </ConfirmButton>
          </Row>
        )}
      </Stack>
    </Card>
  );
}
