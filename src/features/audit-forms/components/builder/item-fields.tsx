"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { Field, FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { Columns, Stack } from "@/ui/stack";
import { Switch } from "@/ui/switch";
import type { AuditFormItem } from "../../schema";
import { BandList } from "./band-list";
import { useFormBuilder } from "./builder-context";
import { DraftNumber, DraftText } from "./draft-fields";
import { withItem } from "./edits";
import { OptionList } from "./option-list";
import { ScoringFields } from "./scoring-fields";

type Props = { item: AuditFormItem; path: string; sectionKey: string };

/** Everything of one item: what is asked, what it earns, and what the auditor and the report say about it. */
export function ItemFields({ item, path, sectionKey }: Props) {
  const t = useTranslations("auditForms.item");
  const isScored = "weight" in item && item.about === "employee";
  return (
    <Stack>
      <DraftText path={`${path}.text`} label={t("text")} rows={2} isWanted sectionKey={sectionKey} />
      {item.kind === "yes_no" && isScored && <GoodAnswer item={item} />}
      {"options" in item && (
        <OptionList item={item} path={path} sectionKey={sectionKey} isScored={isScored} />
      )}
      {item.kind === "number" && (
        <DraftText
          path={`${path}.unit`}
          label={t("unit")}
          hint={t("unitHint")}
          sectionKey={sectionKey}
          className="max-w-60"
        />
      )}
      {"bands" in item && isScored && <BandList item={item} path={path} />}
      {item.kind === "photo" && (
        <DraftNumber path={`${path}.mostPhotos`} label={t("mostPhotos")} max={10} whole />
      )}
      {isScored && <ScoringFields item={item} path={path} />}
      <ItemSettings item={item} path={path} />
      <Words item={item} path={path} sectionKey={sectionKey} />
    </Stack>
  );
}

function GoodAnswer({ item }: { item: Extract<AuditFormItem, { kind: "yes_no" }> }) {
  const t = useTranslations("auditForms.item");
  const { change } = useFormBuilder();
  return (
    <FieldGroup name={`${item.key}.goodAnswer`} label={t("goodAnswer")}>
      <SegmentedControl
        name={`${item.key}-good`}
        value={item.goodAnswer}
        onValueChange={(value) =>
          change(
            withItem(item.key, (found) =>
              found.kind === "yes_no" ? { ...found, goodAnswer: value === "no" ? "no" : "yes" } : found,
            ),
          )
        }
        choices={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
      />
    </FieldGroup>
  );
}

function ItemSettings({ item, path }: { item: AuditFormItem; path: string }) {
  const t = useTranslations("auditForms.item");
  const { behaviours, language, main, errors, change } = useFormBuilder();
  const name = (part: string) => `definition.${path}.${part}`;
  const set = (
    changes: Partial<Pick<AuditFormItem, "about" | "isRequired" | "allowsNotApplicable" | "behaviourId">>,
  ) =>
    change(
      withItem(item.key, (found) => ({ ...found, ...changes })),
      name(Object.keys(changes)[0] ?? ""),
    );
  const offered = behaviours.filter(({ id, isArchived }) => !isArchived || id === item.behaviourId);
  return (
    <>
      <Columns count={2}>
        <FieldGroup name={name("about")} label={t("about")} hint={t("aboutHint")}>
          <SegmentedControl
            name={`${item.key}-about`}
            value={item.about}
            onValueChange={(value) => set({ about: value === "customer" ? "customer" : "employee" })}
            choices={[
              { value: "employee", label: t("employee") },
              { value: "customer", label: t("customer") },
            ]}
          />
        </FieldGroup>
        <Field
          name={name("behaviourId")}
          label={t("behaviour")}
          hint={behaviours.length === 0 ? t("noBehaviours") : t("behaviourHint")}
          error={errors[name("behaviourId")]}
        >
          <Select
            placeholder={t("noBehaviour")}
            value={item.behaviourId ?? ""}
            onChange={(event) => set({ behaviourId: event.target.value || null })}
            options={offered.map((behaviour) => ({
              value: behaviour.id,
              label: behaviour.isArchived
                ? t("archivedBehaviour", { name: chooseText(behaviour.name, language, main.code) })
                : chooseText(behaviour.name, language, main.code),
            }))}
          />
        </Field>
      </Columns>
      <div className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        <FieldGroup name={name("isRequired")} label={t("required")} hideLabel>
          <Switch
            label={t("required")}
            hint={t("requiredHint")}
            checked={item.isRequired}
            onChange={(event) => set({ isRequired: event.target.checked })}
          />
        </FieldGroup>
        <FieldGroup name={name("allowsNotApplicable")} label={t("notApplicable")} hideLabel>
          <Switch
            label={t("notApplicable")}
            hint={t("notApplicableHint")}
            checked={item.allowsNotApplicable}
            onChange={(event) => set({ allowsNotApplicable: event.target.checked })}
          />
        </FieldGroup>
      </div>
    </>
  );
}

const WORDS = ["guidance", "goodExample", "badExample", "suggestion"] as const;

/** What helps the auditor to judge, and what the report suggests when the item was failed. */
function Words({ item, path, sectionKey }: Props) {
  const t = useTranslations("auditForms.item");
  const { main } = useFormBuilder();
  const written = WORDS.filter((part) => chooseText(item[part], main.code)).length;
  return (
    <details className="group rounded-lg border border-line px-3.5 py-1">
      <summary className="control-height flex cursor-pointer list-none items-center gap-2 font-medium text-ink [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden className="size-4 transition-transform not-group-open:-rotate-90" />
        {t("words")}
        <span className="text-sm font-normal text-muted">
          {t("wordsWritten", { written, count: WORDS.length })}
        </span>
      </summary>
      <Stack className="pt-2 pb-3">
        {WORDS.map((part) => (
          <DraftText
            key={part}
            path={`${path}.${part}`}
            label={t(part)}
            hint={t(`${part}Hint`)}
            rows={2}
            sectionKey={sectionKey}
          />
        ))}
      </Stack>
    </details>
  );
}
