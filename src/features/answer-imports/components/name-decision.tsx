"use client";

import { useTranslations } from "next-intl";
import { useFailureText } from "@/ui/action-messages";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Spinner } from "@/ui/spinner";
import type { AnswerMapping } from "../mapping";
import type { NamePreview } from "../schema";
import { changeUse, findUse } from "./mapping-changes";
import type { MappingChoices } from "./mapping-choices";
import { NameDetails, type NameUse, UnknownPolicy } from "./name-details";
import { useMappingEdit } from "./use-mapping-edit";

/** Names of a column that nobody knows: what becomes of them all, and on demand what single ones mean. */
export function NameDecision({
  importId,
  mapping,
  names,
  choices,
}: {
  importId: string;
  mapping: AnswerMapping;
  names: NamePreview;
  choices: MappingChoices;
}) {
  const t = useTranslations("answerImports");
  const failureText = useFailureText();
  const { shown, save, pending, failure } = useMappingEdit(importId, mapping);
  const use = findUse(shown, names.column);
  const change = (next: NameUse) => save((current) => changeUse(current, next));
  const isOfThings = use !== null && isNameUse(use);

  return (
    <Card
      title={
        <span className="inline-flex items-center gap-2">
          <span className="break-words">{t("check.unknownTitle", { column: names.column })}</span>
          {pending && <Spinner />}
        </span>
      }
      description={t("check.namesLine", {
        known: names.known,
        created: names.created,
        empty: names.empty,
        rejected: names.rejected,
      })}
    >
      <div aria-busy={pending || undefined} className="flex flex-col gap-4">
        {isOfThings && <UnknownPolicy use={use} change={change} />}
        {failure && (
          <Callout tone="danger" role="alert">
            {failureText(failure)}
          </Callout>
        )}
        {isOfThings ? (
          <details>
            <summary className="w-fit cursor-pointer text-muted hover:text-ink">
              {t("check.unknownNames", { count: names.unknown.length })}
            </summary>
            <div className="pt-3">
              <NameDetails
                use={use}
                values={names.unknown}
                hasMore={names.hasMore}
                choices={choices}
                change={change}
                hidePolicy
              />
            </div>
          </details>
        ) : (
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {names.unknown.map(({ value, count, becomes }) => (
              <li key={value}>
                <span className="text-ink">{value}</span>{" "}
                <span className="text-sm text-muted">{t(`check.becomes.${becomes}`, { count })}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function isNameUse(use: { use: string }): use is NameUse {
  return ["touchpoint", "employee", "location", "encounterType"].includes(use.use);
}
