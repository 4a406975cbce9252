import { isAnswered } from "@/features/audit-forms/rules";
import type { SelectGroup } from "@/ui/select";
import { isCorrectable } from "../../review/rules";
import type { AuditDetails } from "../../schema";
import type { Appeal } from "../schema";
import type { TalkTexts } from "./texts";

/** What can still be appealed, by section: answered items without an open or decided appeal. */
export function listAppealableItems(
  audit: AuditDetails,
  appeals: readonly Appeal[],
  texts: TalkTexts,
): SelectGroup[] {
  const taken = new Set(appeals.filter(({ status }) => status !== "withdrawn").map(({ itemKey }) => itemKey));
  return audit.form.definition.sections
    .map((section) => ({
      label: texts.sectionTitle(section.title),
      options: section.items
        .filter(
          (item) => isCorrectable(item) && !taken.has(item.key) && isAnswered(item, audit.answers[item.key]),
        )
        .map((item) => ({
          value: item.key,
          label: `${texts.itemText(item.key)} – ${texts.answer(item.key, audit.answers[item.key] ?? null)}`,
        })),
    }))
    .filter(({ options }) => options.length > 0);
}
