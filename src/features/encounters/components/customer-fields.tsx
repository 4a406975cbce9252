"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SHORTEST_EMPLOYEE_SEARCH } from "@/features/people/employee-search";
import type { ServerAction } from "@/server/action-result";
import { Combobox } from "@/ui/combobox";
import type { ComboboxOption } from "@/ui/combobox-options";
import { Field, FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { Columns, Stack } from "@/ui/stack";
import { TextInput } from "@/ui/text-input";
import { searchCustomersAction } from "../actions";
import type { CustomerLanguage } from "../schema";

const KINDS = ["known", "new", "unknown"] as const;
type Kind = (typeof KINDS)[number];
const CONSENTS = ["given", "not_asked", "refused"] as const;

/** The choice in the list that turns what was typed into a new customer. */
const NEW = "new";

/** Who was met: somebody known, found by typing; somebody new, written here; or nobody who can be asked. */
export function CustomerFields({
  languages,
  language,
  isEmployee,
}: {
  languages: CustomerLanguage[];
  language: CustomerLanguage;
  /** An employee finds customers by fewer things than others (`searchCustomers`), and is told so. */
  isEmployee: boolean;
}) {
  const t = useTranslations("encounters.form");
  const common = useTranslations("common");
  const [kind, setKind] = useState<Kind>("known");
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const typedNow = useRef("");

  // The first key pressed on the page already looks for the customer.
  useEffect(() => {
    const wanted =
      kind === "known"
        ? 'input[role="combobox"]'
        : kind === "new"
          ? "input[type=text], input[type=email]"
          : null;
    const inputs = wanted ? Array.from(box.current?.querySelectorAll<HTMLInputElement>(wanted) ?? []) : [];
    (inputs.find((input) => input.value === "") ?? inputs[0])?.focus();
  }, [kind]);

  const [search] = useState(
    (): ServerAction<{ query: string }, ComboboxOption[]> => async (organization, input) => {
      const query = input instanceof FormData ? "" : input.query;
      typedNow.current = query;
      const result =
        query === "" ? { ok: true as const, data: [] } : await searchCustomersAction(organization, { query });
      if (!result.ok) return result;
      const label = query === "" ? t("newCustomer") : t("newCustomerNamed", { name: query });
      return { ok: true, data: [...result.data, { value: NEW, label, detail: t("newCustomerDetail") }] };
    },
  );
  const choose = (option: ComboboxOption | null) => {
    if (option?.value !== NEW) return;
    setTyped(typedNow.current);
    setKind("new");
  };
  const isAddress = typed.includes("@");

  return (
    <div ref={box}>
      <Stack gap="medium">
        <FieldGroup name="customerKind" label={t("customerKind")}>
          <SegmentedControl
            value={kind}
            onValueChange={(value) => {
              setTyped("");
              setKind(value as Kind);
            }}
            choices={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        </FieldGroup>
        {kind === "known" && (
          <Field
            name="customerId"
            label={t("customerSearch")}
            hint={isEmployee ? t("customerSearchHint", { minimum: SHORTEST_EMPLOYEE_SEARCH }) : undefined}
            required
            hideLabel
          >
            <Combobox search={search} onSelect={choose} placeholder={t("customerSearch")} />
          </Field>
        )}
        {kind === "unknown" && <p className="text-muted">{t("unknownText")}</p>}
        {kind === "new" && (
          <Columns count={2}>
            <Field name="customerName" label={t("customerName")}>
              <TextInput defaultValue={isAddress ? "" : typed} autoComplete="off" maxLength={120} />
            </Field>
            <Field name="customerEmail" label={t("customerEmail")} hint={t("customerEmailHint")}>
              <TextInput
                type="email"
                defaultValue={isAddress ? typed : ""}
                autoComplete="off"
                inputMode="email"
                maxLength={254}
              />
            </Field>
            <Field name="customerLanguage" label={t("customerLanguage")}>
              <Select
                defaultValue={language}
                options={languages.map((value) => ({ value, label: common(`language.${value}`) }))}
              />
            </Field>
            <Field name="customerConsent" label={t("customerConsent")}>
              <Select
                defaultValue="not_asked"
                options={CONSENTS.map((value) => ({ value, label: t(`consents.${value}`) }))}
              />
            </Field>
          </Columns>
        )}
      </Stack>
    </div>
  );
}
