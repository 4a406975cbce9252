import { getTranslations } from "next-intl/server";
import type { LocalizedText } from "@/server/input";
import { Checkbox } from "@/ui/checkbox";
import { DateInput } from "@/ui/date-input";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { Section } from "@/ui/section";
import { Select, type SelectOption } from "@/ui/select";
import { Columns } from "@/ui/stack";
import { TextInput } from "@/ui/text-input";
import { Textarea } from "@/ui/textarea";
import { REMINDER_DAYS } from "../cycle-form";
import type { CycleInput } from "../schema";
import { GroupFields } from "./group-fields";
import { NumberField } from "./number-field";

export type CycleFieldsProps = {
  values: Omit<CycleInput, "frameworkId"> & { frameworkId: string };
  frameworks: SelectOption[];
  /** Languages the purpose is written in. */
  languages: readonly (keyof LocalizedText)[];
  /** Where the organization's cycle stands, as far as it fixes fields. */
  fixed: { hasBegun: boolean; hasOpened: boolean; isInvited: boolean };
};

/** What a cycle is about, when it runs, who rates and who reads. */
export async function CycleFields({ values, frameworks, languages, fixed }: CycleFieldsProps) {
  const t = await getTranslations("evaluationCycles.fields");
  const { hasBegun, hasOpened, isInvited } = fixed;
  return (
    <>
      <Section title={t("aboutTitle")}>
        <div className="flex flex-col gap-5">
          <Field name="name" label={t("name")} required>
            <TextInput defaultValue={values.name} maxLength={120} autoComplete="off" />
          </Field>
          {languages.map((language) => (
            <Field
              key={language}
              name={`purpose.${language}`}
              label={t("purpose", { language })}
              hint={language === languages[0] ? t("purposeHint") : undefined}
              optional
            >
              <Textarea rows={3} lang={language} defaultValue={values.purpose[language]} maxLength={2000} />
            </Field>
          ))}
          <Field
            name="frameworkId"
            label={t("framework")}
            hint={t(hasBegun ? "frameworkFixed" : "frameworkHint")}
            required
          >
            <Select options={frameworks} defaultValue={values.frameworkId} />
          </Field>
        </div>
      </Section>
      <Section title={t("whenTitle")}>
        <div className="flex flex-col gap-5">
          <FieldGroup name="nominatedBy" label={t("nominatedBy")} required>
            <RadioGroup
              name="nominatedBy"
              defaultValue={values.nominatedBy}
              choices={(["subject", "manager"] as const).map((value) => ({
                value,
                label: t(`nominators.${value}`),
                hint: t(`nominators.${value}Hint`),
              }))}
            />
          </FieldGroup>
          <Columns count={3}>
            <Field name="nominateUntil" label={t("nominateUntil")} optional>
              <DateInput defaultValue={values.nominateUntil ?? ""} />
            </Field>
            <Field
              name="opensOn"
              label={t("opensOn")}
              hint={t(hasOpened ? "dayFixed" : "opensOnHint")}
              required
            >
              <DateInput defaultValue={values.opensOn} readOnly={hasOpened} />
            </Field>
            <Field
              name="closesOn"
              label={t("closesOn")}
              hint={t(hasOpened ? "endFixed" : "closesOnHint")}
              required
            >
              <DateInput defaultValue={values.closesOn} readOnly={hasOpened} />
            </Field>
          </Columns>
          <FieldGroup name="reminderDays" label={t("reminders")} hint={t("remindersHint")} optional>
            <div className="flex flex-wrap gap-x-6">
              {[...new Set([...REMINDER_DAYS, ...values.reminderDays])]
                .sort((one, other) => other - one)
                .map((days) => (
                  <Checkbox
                    key={days}
                    name="reminderDays[]"
                    value={String(days)}
                    defaultChecked={values.reminderDays.includes(days)}
                    label={t("daysBefore", { days })}
                  />
                ))}
            </div>
          </FieldGroup>
        </div>
      </Section>
      <Section title={t("groupsTitle")} description={t("groupsHint")}>
        <GroupFields groups={values.groups} isInvited={isInvited} />
      </Section>
      <Section title={t("promiseTitle")} description={t(isInvited ? "promiseFixed" : "promiseHint")}>
        <div className="flex flex-col gap-5">
          <Columns count={2}>
            <NumberField
              name="anonymityK"
              label={t("anonymityK")}
              hint={t("anonymityKHint")}
              value={values.anonymityK}
              min={isInvited ? values.anonymityK : 3}
              max={isInvited ? values.anonymityK : 20}
            />
            <NumberField
              name="commentK"
              label={t("commentK")}
              hint={t("commentKHint")}
              value={values.commentK}
              min={isInvited ? values.commentK : 3}
              max={20}
            />
          </Columns>
          <FieldGroup name="readers" label={t("readers")} hint={t("readersHint")}>
            <Checkbox
              name="managersSee"
              defaultChecked={values.managersSee}
              disabled={isInvited && !values.managersSee}
              label={t("managersSee")}
              hint={t("managersSeeHint")}
            />
            <Checkbox
              name="ownersSee"
              defaultChecked={values.ownersSee}
              disabled={isInvited && !values.ownersSee}
              label={t("ownersSee")}
              hint={t("ownersSeeHint")}
            />
          </FieldGroup>
          <Columns count={2}>
            <NumberField
              name="subjectSeesAfterDays"
              label={t("subjectSees")}
              hint={t("subjectSeesHint")}
              value={values.subjectSeesAfterDays}
              min={isInvited ? values.subjectSeesAfterDays : 0}
              max={90}
            />
            <NumberField
              name="gapThreshold"
              label={t("gap")}
              hint={t("gapHint")}
              value={values.gapThreshold}
              min={0.1}
              max={9.9}
              step={0.1}
              optional
            />
          </Columns>
        </div>
      </Section>
    </>
  );
}
