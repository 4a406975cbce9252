import { getTranslations } from "next-intl/server";
import { Checkbox } from "@/ui/checkbox";
import { Field, FieldGroup } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import { groupField } from "../cycle-form";
import { isFilledByItself } from "../rules";
import { type CycleGroup, RATER_GROUPS } from "../schema";

/** What is offered for a group that is not in the cycle yet. */
const OFFERED = { minimum: 3, maximum: 10 };

/** Which groups rate, and how many of each. */
export async function GroupFields({
  groups,
  isInvited,
}: {
  groups: readonly CycleGroup[];
  isInvited: boolean;
}) {
  const t = await getTranslations("evaluationCycles");
  return (
    <FieldGroup name="groups" label={t("fields.groups")} hideLabel>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {RATER_GROUPS.map((group) => {
          const given = groups.find(({ raterGroup }) => raterGroup === group);
          const limits = given ?? OFFERED;
          return (
            <li key={group} className="px-3.5 py-2">
              <FieldGroup name={groupField(group, "used")} label={t(`groups.${group}`)} hideLabel>
                <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
                  <Checkbox
                    name={groupField(group, "used")}
                    defaultChecked={given !== undefined}
                    label={t(`groups.${group}`)}
                    hint={t(`groupHints.${group}`)}
                    className="min-w-0 max-w-prose flex-1 basis-64"
                  />
                  {!isFilledByItself(group) && (
                    <div className="flex gap-3 pb-2 pl-6.5 sm:pl-0">
                      {(["minimum", "maximum"] as const).map((limit) => (
                        <Field
                          key={limit}
                          name={groupField(group, limit)}
                          label={t(`fields.${limit}`)}
                          className="w-24"
                        >
                          <TextInput
                            type="number"
                            inputMode="numeric"
                            min={limit === "minimum" ? 0 : 1}
                            max={200}
                            defaultValue={limits[limit]}
                            readOnly={limit === "minimum" && isInvited && given !== undefined}
                          />
                        </Field>
                      ))}
                    </div>
                  )}
                </div>
              </FieldGroup>
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}
