import { type SurveyDefinition, type SurveyDraft, type SurveySettings, surveyDefinition } from "./schema";

/** Whether two drafts hold the same, however their spaces, keys and lists are written. */
export function isSameDraft(a: SurveyDraft, b: SurveyDraft): boolean {
  return isSameDefinition(a.definition, b.definition) && isSameSettings(a.settings, b.settings);
}

/** Whether two settings are the same; the order of encounter types and touchpoints does not matter. */
export function isSameSettings(a: SurveySettings, b: SurveySettings): boolean {
  const canonical = (settings: SurveySettings) =>
    JSON.stringify(
      sortKeys({
        ...settings,
        name: settings.name.trim(),
        encounterTypeIds: settings.encounterTypeIds.toSorted(),
        touchpointIds: settings.touchpointIds.toSorted(),
      }),
    );
  return canonical(a) === canonical(b);
}

function isSameDefinition(a: SurveyDefinition, b: SurveyDefinition): boolean {
  const canonical = (definition: SurveyDefinition) => {
    const parsed = surveyDefinition.safeParse(definition);
    return JSON.stringify(sortKeys(parsed.success ? parsed.data : definition));
  };
  return canonical(a) === canonical(b);
}

/** Keys in one order; a text that is empty is the same as one that is missing. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== "");
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
