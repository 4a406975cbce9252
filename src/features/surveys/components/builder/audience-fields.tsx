"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type EncounterTypeOption, STAGES, type TouchpointOption } from "@/features/touchpoints/schema";
import { Callout } from "@/ui/callout";
import { Checkbox } from "@/ui/checkbox";
import { FieldGroup } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { useOrganizationSlug } from "@/ui/organization-context";
import { RadioGroup } from "@/ui/radio-group";
import { useBuilder } from "./builder-context";

const withOrWithout = (ids: string[], id: string, isIn: boolean) =>
  isIn ? [...ids, id] : ids.filter((other) => other !== id);

/** Which encounters the survey asks about. Archived choices are offered only where they are still chosen. */
export function AudienceFields({
  encounterTypes,
  touchpoints,
}: {
  encounterTypes: EncounterTypeOption[];
  touchpoints: TouchpointOption[];
}) {
  const t = useTranslations("surveys");
  const slug = useOrganizationSlug();
  const { draft, errors, changeSettings } = useBuilder();
  const { encounterTypeIds } = draft.settings;
  const offered = encounterTypes.filter(({ id, isArchived }) => !isArchived || encounterTypeIds.includes(id));

  return (
    <>
      <FieldGroup
        name="settings.encounterTypeIds"
        label={t("settings.encounterTypes")}
        hint={t("settings.encounterTypesHint")}
        error={errors["settings.encounterTypeIds"]}
      >
        {offered.length === 0 ? (
          <Callout
            tone="warning"
            title={t("settings.noEncounterTypes")}
            actions={
              <LinkButton size="small" href={`/o/${slug}/settings/encounter-types`}>
                {t("settings.toEncounterTypes")}
              </LinkButton>
            }
          />
        ) : (
          <div className="grid gap-x-6 sm:grid-cols-2">
            {offered.map((type) => (
              <Checkbox
                key={type.id}
                label={type.isArchived ? t("settings.archivedChoice", { name: type.name }) : type.name}
                checked={encounterTypeIds.includes(type.id)}
                onChange={(event) => {
                  const ids = withOrWithout(encounterTypeIds, type.id, event.target.checked);
                  changeSettings({ encounterTypeIds: ids }, "settings.encounterTypeIds");
                }}
              />
            ))}
          </div>
        )}
      </FieldGroup>
      <TouchpointFields touchpoints={touchpoints} />
    </>
  );
}

function TouchpointFields({ touchpoints }: { touchpoints: TouchpointOption[] }) {
  const t = useTranslations("surveys");
  const tCommon = useTranslations("common");
  const { draft, errors, changeSettings } = useBuilder();
  const { touchpointIds } = draft.settings;
  const [isChoosing, setChoosing] = useState(touchpointIds.length > 0);
  // Theirs was taken after a conflict: what is chosen must be seen.
  const isChosen = isChoosing || touchpointIds.length > 0;
  const name = "settings.touchpointIds";
  const offered = touchpoints.filter(({ id, isArchived }) => !isArchived || touchpointIds.includes(id));

  return (
    <>
      <FieldGroup name={name} label={t("settings.touchpoints")} error={errors[name]}>
        <RadioGroup
          value={isChosen ? "chosen" : "all"}
          onValueChange={(value) => {
            setChoosing(value === "chosen");
            if (value === "all") changeSettings({ touchpointIds: [] }, name);
          }}
          choices={[
            { value: "all", label: t("settings.allTouchpoints"), hint: t("settings.allTouchpointsHint") },
            {
              value: "chosen",
              label: t("settings.chosenTouchpoints"),
              hint: t("settings.chosenTouchpointsHint"),
            },
          ]}
        />
      </FieldGroup>
      {isChosen && (
        <div className="flex flex-col gap-4 rounded-lg bg-sunken px-3.5 py-3">
          {touchpointIds.length === 0 && (
            <p className="text-sm font-medium text-warning">{t("settings.chooseTouchpoints")}</p>
          )}
          {STAGES.map((stage) => {
            const inStage = offered.filter((touchpoint) => touchpoint.stage === stage);
            if (inStage.length === 0) return null;
            return (
              <fieldset key={stage} className="min-w-0">
                <legend className="mb-1 text-sm font-medium text-muted">{tCommon(`stage.${stage}`)}</legend>
                <div className="grid gap-x-6 sm:grid-cols-2">
                  {inStage.map((touchpoint) => (
                    <Checkbox
                      key={touchpoint.id}
                      label={
                        touchpoint.isArchived
                          ? t("settings.archivedChoice", { name: touchpoint.name })
                          : touchpoint.name
                      }
                      hint={tCommon(`channel.${touchpoint.channel}`)}
                      checked={touchpointIds.includes(touchpoint.id)}
                      onChange={(event) => {
                        const ids = withOrWithout(touchpointIds, touchpoint.id, event.target.checked);
                        setChoosing(true);
                        changeSettings({ touchpointIds: ids }, name);
                      }}
                    />
                  ))}
                </div>
              </fieldset>
            );
          })}
        </div>
      )}
    </>
  );
}
