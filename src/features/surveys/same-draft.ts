import { canonicalText } from "@/ui/draft/canonical";
import { type SurveyDefinition, type SurveyDraft, type SurveySettings, surveyDefinition } from "./schema";

/** Whether two drafts hold the same, however their spaces, keys and lists are written. */
export function isSameDraft(a: SurveyDraft, b: SurveyDraft): boolean {
  return isSameDefinition(a.definition, b.definition) && isSameSettings(a.settings, b.settings);
}

/** Whether two settings are the same; the order of encounter types and touchpoints does not matter. */
export function isSameSettings(a: SurveySettings, b: SurveySettings): boolean {
  const canonical = (settings: SurveySettings) =>
    canonicalText({
      ...settings,
      name: settings.name.trim(),
      encounterTypeIds: settings.encounterTypeIds.toSorted(),
      touchpointIds: settings.touchpointIds.toSorted(),
    });
  return canonical(a) === canonical(b);
}

function isSameDefinition(a: SurveyDefinition, b: SurveyDefinition): boolean {
  const canonical = (definition: SurveyDefinition) => {
    const parsed = surveyDefinition.safeParse(definition);
    return canonicalText(parsed.success ? parsed.data : definition);
  };
  return canonical(a) === canonical(b);
}
