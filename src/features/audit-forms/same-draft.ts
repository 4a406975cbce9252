import { canonicalText } from "@/ui/draft/canonical";
import { type AuditFormDraft, type AuditFormSettings, auditFormDefinition } from "./schema";

/** Whether two drafts hold the same, however their spaces, keys and lists are written. */
export function isSameFormDraft(a: AuditFormDraft, b: AuditFormDraft): boolean {
  const canonical = ({ definition }: AuditFormDraft) => {
    const parsed = auditFormDefinition.safeParse(definition);
    return canonicalText(parsed.success ? parsed.data : definition);
  };
  return canonical(a) === canonical(b) && isSameFormSettings(a.settings, b.settings);
}

/** Whether two settings are the same; the order of touchpoints and encounter types does not matter. */
export function isSameFormSettings(a: AuditFormSettings, b: AuditFormSettings): boolean {
  const canonical = (settings: AuditFormSettings) =>
    canonicalText({
      name: settings.name.trim(),
      touchpointIds: settings.touchpointIds.toSorted(),
      encounterTypeIds: settings.encounterTypeIds.toSorted(),
    });
  return canonical(a) === canonical(b);
}
