"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ServerAction } from "@/server/action-result";
import { ActionForm } from "@/ui/action-form";
import { Combobox } from "@/ui/combobox";
import type { ComboboxOption } from "@/ui/combobox-options";
import { Field } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { useToast } from "@/ui/toast";
import type { RaterGroup } from "../../schema";
import { nominateRaterAction, searchRaterCandidatesAction } from "../actions";

/** Puts one person after another on a subject's list: an employee, or a customer from the register or by e-mail. */
export function NominateForm({
  subjectId,
  group,
  isProposal,
  language,
}: {
  subjectId: string;
  group: RaterGroup;
  isProposal: boolean;
  /** Chosen at first for mails to strangers. */
  language: string;
}) {
  const t = useTranslations("evaluationRaters");
  const toast = useToast();
  const [how, setHow] = useState("register");
  const [round, setRound] = useState(0);
  const search: ServerAction<{ query: string }, ComboboxOption[]> = (organization, input) =>
    searchRaterCandidatesAction(organization, {
      subjectId,
      raterGroup: group,
      query: input instanceof FormData ? String(input.get("query") ?? "") : input.query,
    });
  const isCustomer = group === "customer";
  return (
    <ActionForm
      action={nominateRaterAction}
      aria-label={`${isProposal ? t("group.propose") : t("group.add")}: ${t(`groups.${group}`)}`}
      onSuccess={() => {
        toast({ message: isProposal ? t("group.proposed") : t("group.added") });
        setRound((current) => current + 1);
      }}
      className="flex flex-col gap-3"
    >
      <input type="hidden" name="subjectId" value={subjectId} />
      <input type="hidden" name="raterGroup" value={group} />
      {isCustomer && (
        <SegmentedControl
          name="how"
          label={t("form.how")}
          value={how}
          onValueChange={setHow}
          choices={[
            { value: "register", label: t("form.byRegister") },
            { value: "email", label: t("form.byEmail") },
          ]}
        />
      )}
      <div key={`${how} ${round}`} className="flex flex-wrap items-start gap-3">
        {!isCustomer && (
          <div className="min-w-60 flex-1">
            <Field name="employeeId" label={t("form.employee")} hint={t("form.employeeHint")} required>
              <Combobox search={search} required />
            </Field>
          </div>
        )}
        {isCustomer && how === "register" && (
          <div className="min-w-60 flex-1">
            <Field name="customerId" label={t("form.customer")} hint={t("form.customerHint")} required>
              <Combobox search={search} required />
            </Field>
          </div>
        )}
        {isCustomer && how === "email" && (
          <>
            <div className="min-w-48 flex-1">
              <Field name="name" label={t("form.name")} required>
                <TextInput maxLength={200} autoComplete="off" />
              </Field>
            </div>
            <div className="min-w-48 flex-1">
              <Field name="email" label={t("form.email")} required>
                <TextInput type="email" maxLength={254} autoComplete="off" />
              </Field>
            </div>
            <div className="min-w-36 max-sm:w-full">
              <Field name="language" label={t("form.language")}>
                <Select
                  defaultValue={language}
                  options={(["fi", "sv", "en"] as const).map((value) => ({
                    value,
                    label: t(`form.languages.${value}`),
                  }))}
                />
              </Field>
            </div>
          </>
        )}
        <SubmitButton
          icon={<UserPlus aria-hidden className="size-4" />}
          variant="secondary"
          className="sm:mt-7"
        >
          {isProposal ? t("group.propose") : t("group.add")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
