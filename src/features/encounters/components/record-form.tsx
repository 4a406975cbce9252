"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import {
  CHANNELS,
  type EncounterTypeOption,
  STAGES,
  type TouchpointOption,
} from "@/features/touchpoints/schema";
import type { Channel } from "@/generated/prisma/enums";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Combobox } from "@/ui/combobox";
import type { ComboboxOption } from "@/ui/combobox-options";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { Columns, Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { useToast } from "@/ui/toast";
import { useServerAction } from "@/ui/use-server-action";
import { deleteEncounterAction, recordEncounterAction } from "../actions";
import type { CustomerLanguage, RecordingDefaults } from "../schema";
import { CustomerFields } from "./customer-fields";
import { type Clock, WhenFields } from "./when-fields";

export type RecordFormProps = {
  touchpoints: TouchpointOption[];
  encounterTypes: EncounterTypeOption[];
  /** Null for an employee, who is responsible for what is recorded here. */
  employees: ComboboxOption[] | null;
  defaults: RecordingDefaults;
  languages: CustomerLanguage[];
  language: CustomerLanguage;
  clock: Clock;
  listHref: string;
};

type Recorded = { id: string; wasAmbiguous: boolean; knownCustomer: string | null; another: boolean };

/**
 * Records encounters one after another: what was chosen last stays chosen, only the customer and the time start afresh.
 * Each record gets its id here, so that the same one cannot be stored twice.
 */
export function RecordForm(props: RecordFormProps) {
  const { touchpoints, encounterTypes, employees, defaults, listHref } = props;
  const t = useTranslations("encounters.form");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const takeBack = useServerAction(deleteEncounterAction, {
    successMessage: t("undone"),
    onSuccess: () => router.refresh(),
  });

  const first = touchpoints.find((touchpoint) => touchpoint.id === defaults.touchpointId) ?? touchpoints[0];
  const [touchpointId, setTouchpointId] = useState(first?.id ?? "");
  const [channel, setChannel] = useState<Channel>(first?.channel ?? "in_person");
  const [round, setRound] = useState(0);
  const [id, setId] = useState("");
  // Made in the browser, and anew for each record: a form from the browser's memory must not carry a used one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new record
  useEffect(() => setId(uuidv7()), [round]);

  const celebrate = (recorded: Recorded) => {
    const message = recorded.knownCustomer
      ? t("savedKnown", { name: recorded.knownCustomer })
      : recorded.wasAmbiguous
        ? t("savedAmbiguous")
        : t("saved");
    toast({
      message: (
        <>
          {message}{" "}
          <Link href={`${listHref}/${recorded.id}`} className="text-link">
            {t("open")}
          </Link>
        </>
      ),
      undo: () => takeBack.run({ id: recorded.id }),
    });
    if (recorded.another) setRound(round + 1);
    else router.push(listHref);
  };

  return (
    <ActionForm action={recordEncounterAction} onSuccess={celebrate} aria-label={t("title")}>
      <input type="hidden" name="id" value={id} />
      <Card>
        <Stack gap="large">
          <CustomerFields
            key={`customer ${round}`}
            languages={props.languages}
            language={props.language}
            isEmployee={employees === null}
          />
          <Columns count={2}>
            <Field name="touchpointId" label={t("touchpoint")} required>
              <Select
                value={touchpointId}
                onChange={(event) => {
                  setTouchpointId(event.target.value);
                  const chosen = touchpoints.find((touchpoint) => touchpoint.id === event.target.value);
                  if (chosen) setChannel(chosen.channel);
                }}
                options={STAGES.map((stage) => ({
                  label: common(`stage.${stage}`),
                  options: touchpoints
                    .filter((touchpoint) => touchpoint.stage === stage)
                    .map(({ id: value, name }) => ({ value, label: name })),
                })).filter((group) => group.options.length > 0)}
              />
            </Field>
            <Field name="encounterTypeId" label={t("encounterType")} required>
              <Select
                defaultValue={defaults.encounterTypeId ?? encounterTypes[0]?.id}
                options={encounterTypes.map(({ id: value, name }) => ({ value, label: name }))}
              />
            </Field>
            {employees && (
              <Field name="employeeId" label={t("employee")} required>
                <Combobox
                  options={employees}
                  selected={employees.find((option) => option.value === defaults.employee?.id) ?? null}
                  placeholder={t("chooseEmployee")}
                />
              </Field>
            )}
            <Field name="channel" label={t("channel")} required>
              <Select
                value={channel}
                onChange={(event) => setChannel(event.target.value as Channel)}
                options={CHANNELS.map((value) => ({ value, label: common(`channel.${value}`) }))}
              />
            </Field>
          </Columns>
          <WhenFields key={`when ${round}`} clock={props.clock} />
        </Stack>
      </Card>
      <Row gap="small">
        <SubmitButton>{t("save")}</SubmitButton>
        <SubmitButton variant="secondary" name="another" value="on">
          {t("saveAndAnother")}
        </SubmitButton>
      </Row>
    </ActionForm>
  );
}
