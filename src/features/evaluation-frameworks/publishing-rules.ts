import { isMissing } from "@/features/audit-forms/form-texts";
import { type LocalizedText, respondentLanguage } from "@/server/input";
import { listFrameworkTexts, listMissingTexts } from "./framework-texts";
import type { EvaluationFrameworkDefinition } from "./schema";

/** A finding about a draft: `code` is a key of the messages "evaluationFrameworks.findings". */
export type FrameworkFinding = {
  code: string;
  /** What it is about, by its name in the builder: a field, or a place ("definition.competencies.0", "definition"). */
  field: string;
  values: Record<string, string | number>;
};

/** Seconds it takes to answer an item and an open question: a sitting is to last no longer than a quarter of an hour. */
const SECONDS_OF_ITEM = 15;
const SECONDS_OF_QUESTION = 60;
const LONGEST_SITTING = 15 * 60;

/** Seconds a rater needs for one subject, by rule of thumb. */
export function estimateSeconds({ competencies, questions }: EvaluationFrameworkDefinition): number {
  const items = competencies.reduce((sum, competency) => sum + competency.items.length, 0);
  return items * SECONDS_OF_ITEM + questions.length * SECONDS_OF_QUESTION;
}

/**
 * What keeps a draft from being published: no competency, a competency without items, texts missing in the main language,
 * two points of the scale that read the same, a key used twice. Empty = fit to publish.
 */
export function listFrameworkErrors(
  definition: EvaluationFrameworkDefinition,
  language: string,
): FrameworkFinding[] {
  const findings: FrameworkFinding[] = [];
  if (definition.competencies.length === 0) findings.push(find("noCompetencies", "definition.competencies"));
  for (const { path, text, isNeeded } of listFrameworkTexts(definition)) {
    if (isNeeded && isMissing(text, language))
      findings.push(find(missingCode(path), `definition.${path}.${language}`));
  }
  const label = findDuplicate(definition.scale.map((point) => point.label));
  if (label)
    findings.push(
      find("duplicateLabel", `definition.scale.${label.index}.label.${label.language}`, { text: label.text }),
    );
  for (const [place, competency] of definition.competencies.entries()) {
    if (competency.items.length === 0)
      findings.push(find("competencyEmpty", `definition.competencies.${place}.items`));
  }
  return [...findings, ...listDuplicateKeys(definition)];
}

/**
 * What would be wiser otherwise, said in words but never forbidden: a competency that rests on one item, items that read
 * the same, more than a sitting's worth of items, items without a wording about oneself or a behaviour to be compared by,
 * no open question, a scale of another length than that of the version in use (figures can not be compared over it), texts
 * missing in one of the other languages.
 */
export function listFrameworkWarnings(
  definition: EvaluationFrameworkDefinition,
  { language, languages }: { language: string; languages: string[] },
  current: EvaluationFrameworkDefinition | null,
): FrameworkFinding[] {
  const findings: FrameworkFinding[] = [];
  const items = definition.competencies.flatMap((competency, place) =>
    competency.items.map((item, index) => ({
      item,
      path: `definition.competencies.${place}.items.${index}`,
    })),
  );
  if (current && current.scale.length !== definition.scale.length)
    findings.push(find("scaleChanged", "definition.scale.0.label"));
  for (const [place, competency] of definition.competencies.entries()) {
    if (competency.items.length === 1)
      findings.push(find("oneItem", `definition.competencies.${place}.items`));
  }
  const twin = findDuplicate(items.map(({ item }) => item.text));
  if (twin) findings.push(find("duplicateItem", `${items[twin.index]?.path}.text.${twin.language}`));
  const seconds = estimateSeconds(definition);
  if (seconds > LONGEST_SITTING)
    findings.push(find("tooLong", "definition", { minutes: Math.ceil(seconds / 60), count: items.length }));
  if (items.length > 0 && definition.questions.length === 0)
    findings.push(find("noQuestions", "definition.questions"));
  const unsaid = items.filter(({ item }) => isMissing(item.selfText, language));
  if (unsaid[0])
    findings.push(find("noSelfText", `${unsaid[0].path}.selfText.${language}`, { count: unsaid.length }));
  const untied = items.filter(({ item }) => item.behaviourId === null);
  if (untied[0])
    findings.push(find("noBehaviour", `${untied[0].path}.behaviourId`, { count: untied.length }));
  for (const other of languages.filter((candidate) => candidate !== language)) {
    const missing = listMissingTexts(definition, other, language);
    const [first] = missing;
    if (first)
      findings.push(
        find("missingLanguage", `definition.${first.path}.${other}`, {
          language: other,
          count: missing.length,
        }),
      );
  }
  return findings;
}

function find(code: string, field: string, values: FrameworkFinding["values"] = {}): FrameworkFinding {
  return { code, field, values };
}

function missingCode(path: string): string {
  if (path.startsWith("scale.")) return "labelMissing";
  if (path.startsWith("questions.")) return "questionTextMissing";
  return path.includes(".items.") ? "itemTextMissing" : "competencyNameMissing";
}

/** The first text that reads like an earlier one in some language, capitals aside. */
function findDuplicate(texts: readonly LocalizedText[]) {
  for (const language of respondentLanguage.options) {
    const seen = new Set<string>();
    for (const [index, { [language]: written }] of texts.entries()) {
      const text = written?.trim();
      if (!text) continue;
      const comparable = text.toLocaleLowerCase(language);
      if (seen.has(comparable)) return { index, language, text };
      seen.add(comparable);
    }
  }
  return null;
}

/** Answers find their item, and figures over several versions their competency, by the key. */
function listDuplicateKeys({ competencies, questions }: EvaluationFrameworkDefinition): FrameworkFinding[] {
  const ofCompetencies = competencies.map(({ key }, place) => ({
    key,
    field: `definition.competencies.${place}`,
  }));
  const asked = [
    ...competencies.flatMap(({ items }, place) =>
      items.map(({ key }, index) => ({ key, field: `definition.competencies.${place}.items.${index}` })),
    ),
    ...questions.map(({ key }, index) => ({ key, field: `definition.questions.${index}` })),
  ];
  return [ofCompetencies, asked].flatMap((list) =>
    list
      .filter(({ key }, index) => list.findIndex((other) => other.key === key) < index)
      .map(({ field }) => find("duplicateKey", field)),
  );
}
