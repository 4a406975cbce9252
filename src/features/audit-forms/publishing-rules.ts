import type { LocalizedText } from "@/server/input";
import { respondentLanguage } from "@/server/input";
import { isMissing, listFormTexts, listMissingTexts } from "./form-texts";
import { isScored, passPointsOf, possiblePointsOf } from "./rules";
import type { AuditFormDefinition, AuditFormDraft, AuditFormItem, AuditFormSection } from "./schema";

/** A finding about a draft: `code` is a key of the messages "auditForms.findings". */
export type FormFinding = {
  code: string;
  /** The field it is about, by its name in the builder ("definition.sections.0.weight"); null = the whole place. */
  field: string | null;
  /** What it is about: both null = the form, without `itemKey` the section. */
  sectionKey: string | null;
  itemKey: string | null;
  values: Record<string, string | number>;
};

type Find = (code: string, field: string | null, values?: FormFinding["values"]) => FormFinding;

/**
 * What keeps a draft from being published: nothing to score, a section without items, a section that has a weight and no
 * score of its own (no scored item, or bonus items alone), texts missing in the main language, options that
 * read the same, scale points or limits of values out of order, a pass limit that cannot be reached, a critical item that
 * can never fail or is a bonus as well, a key used twice. Each text that is missing is said once per item. Empty = fit to
 * publish.
 */
export function listFormErrors(draft: AuditFormDraft, language: string): FormFinding[] {
  const { definition } = draft;
  const form = finder(null, null);
  const findings: FormFinding[] = [];
  if (definition.sections.length === 0) findings.push(form("noSections", null));
  findings.push(...listNeededTexts(definition, language));
  for (const [index, section] of definition.sections.entries()) {
    findings.push(...listSectionErrors(section, `definition.sections.${index}`));
  }
  const weights = definition.sections.reduce((sum, { weight }) => sum + weight, 0);
  if (definition.sections.length > 0 && weights === 0) {
    const [first] = definition.sections;
    findings.push({
      ...form("sectionWeightsZero", "definition.sections.0.weight"),
      sectionKey: first?.key ?? null,
    });
  }
  findings.push(...listDuplicateKeys(definition));
  return inOrder(findings, definition);
}

/**
 * What would be wiser otherwise, said in words but never forbidden: an item that can earn nothing although it has a
 * weight, one that nobody can fail, a critical item that may be left unanswered, scored items with nothing to suggest when
 * they fail, more items than a visitor remembers, texts missing in one of the other languages.
 */
export function listFormWarnings(
  draft: AuditFormDraft,
  { language, languages }: { language: string; languages: string[] },
): FormFinding[] {
  const { definition } = draft;
  const findings = definition.sections.flatMap((section, index) =>
    section.items.flatMap((item, place) =>
      listItemWarnings(item, `definition.sections.${index}.items.${place}`, finder(section.key, item.key)),
    ),
  );
  const form = finder(null, null);
  const items = definition.sections.flatMap((section) => section.items);
  if (items.length > MOST_REMEMBERED) findings.push(form("tooManyItems", null, { count: items.length }));
  const silent = definition.sections
    .flatMap((section, index) => section.items.map((item, place) => ({ section, item, index, place })))
    .filter(({ item }) => isScored(item) && !hasWords(item.suggestion));
  const [first] = silent;
  if (first) {
    findings.push({
      code: "noSuggestion",
      field: `definition.sections.${first.index}.items.${first.place}.suggestion.${language}`,
      sectionKey: first.section.key,
      itemKey: first.item.key,
      values: { count: silent.length },
    });
  }
  for (const other of languages.filter((candidate) => candidate !== language)) {
    const missing = listMissingTexts(definition, other, language);
    const [text] = missing;
    if (!text) continue;
    findings.push({
      code: "missingLanguage",
      field: `definition.${text.path}.${other}`,
      sectionKey: text.sectionKey,
      itemKey: text.itemKey,
      values: { language: other, count: missing.length },
    });
  }
  return findings;
}

/** What a person keeps in mind of one visit; longer forms are filled in from imagination. */
const MOST_REMEMBERED = 40;

const finder =
  (sectionKey: string | null, itemKey: string | null): Find =>
  (code, field, values = {}) => ({ code, field, sectionKey, itemKey, values });

const hasWords = (text: LocalizedText) => Object.values(text).some((words) => words?.trim());

function listNeededTexts(definition: AuditFormDefinition, language: string): FormFinding[] {
  const sayOnce = new Map<string, FormFinding>();
  for (const { path, text, isNeeded, sectionKey, itemKey } of listFormTexts(definition)) {
    if (!isNeeded || !isMissing(text, language)) continue;
    const code =
      itemKey === null
        ? "sectionTitleMissing"
        : /options/.test(path)
          ? "optionTextMissing"
          : "itemTextMissing";
    const said = `${code} ${sectionKey} ${itemKey}`;
    if (!sayOnce.has(said)) {
      sayOnce.set(said, finder(sectionKey, itemKey)(code, `definition.${path}.${language}`));
    }
  }
  return [...sayOnce.values()];
}

function listSectionErrors(section: AuditFormSection, path: string): FormFinding[] {
  const find = finder(section.key, null);
  const findings: FormFinding[] = [];
  const scored = section.items.filter(isScored);
  if (section.items.length === 0) findings.push(find("sectionEmpty", `${path}.items`));
  else if (section.weight > 0 && scored.length === 0)
    findings.push(find("sectionUnscored", `${path}.weight`));
  else if (section.weight > 0 && scored.every(({ isBonus }) => isBonus))
    findings.push(find("sectionOnlyBonus", `${path}.items`));
  return [
    ...findings,
    ...section.items.flatMap((item, place) =>
      listItemErrors(item, `${path}.items.${place}`, finder(section.key, item.key)),
    ),
  ];
}

function listItemErrors(item: AuditFormItem, path: string, find: Find): FormFinding[] {
  const findings: FormFinding[] = [];
  if ("options" in item) {
    const duplicate = findDuplicateOption(item.options);
    if (duplicate) {
      const { place, language, text } = duplicate;
      findings.push(find("duplicateOption", `${path}.options.${place}.text.${language}`, { text }));
    }
  }
  if (item.kind === "scale") {
    const place = item.options.findIndex(
      ({ points }, index) => index > 0 && points <= (item.options[index - 1]?.points ?? 0),
    );
    if (place > 0) findings.push(find("pointsNotRising", `${path}.options.${place}.points`));
  }
  if ("bands" in item) {
    const limits = item.bands.map(({ atMost }) => atMost ?? Number.POSITIVE_INFINITY);
    const place = limits.findIndex((limit, index) => index > 0 && limit <= (limits[index - 1] ?? 0));
    if (place > 0) findings.push(find("limitsNotRising", `${path}.bands.${place}.atMost`));
  }
  if ("weight" in item && item.about === "employee") findings.push(...listScoringErrors(item, path, find));
  return findings;
}

function listScoringErrors(
  item: Extract<AuditFormItem, { weight: number }>,
  path: string,
  find: Find,
): FormFinding[] {
  const findings: FormFinding[] = [];
  const possible = possiblePointsOf(item);
  if (possible > 0 && passPointsOf(item) > possible)
    findings.push(find("passTooHigh", `${path}.passPoints`, { possible }));
  if (item.isCritical && item.isBonus) findings.push(find("criticalBonus", `${path}.isBonus`));
  else if (item.isCritical && !isScored(item)) findings.push(find("criticalUnscored", `${path}.isCritical`));
  else if (item.isCritical && passPointsOf(item) <= 0)
    findings.push(find("criticalCannotFail", `${path}.passPoints`));
  return findings;
}

function listItemWarnings(item: AuditFormItem, path: string, find: Find): FormFinding[] {
  if (!("weight" in item) || item.about === "customer") return [];
  const findings: FormFinding[] = [];
  const list = "options" in item ? "options" : "bands" in item && item.bands.length > 0 ? "bands" : null;
  if (item.weight > 0 && list && possiblePointsOf(item) === 0)
    findings.push(find("earnsNothing", `${path}.${list}.0.points`));
  if (isScored(item) && !item.isCritical && passPointsOf(item) <= 0)
    findings.push(find("cannotFail", `${path}.passPoints`));
  if (item.isCritical && !item.isRequired) findings.push(find("criticalOptional", `${path}.isRequired`));
  if (isScored(item) && item.commentBelow !== null && item.commentBelow > possiblePointsOf(item))
    findings.push(find("commentAlways", `${path}.commentBelow`));
  return findings;
}

/** The first option that reads like an earlier one in some language, capitals aside. */
function findDuplicateOption(options: readonly { text: LocalizedText }[]) {
  for (const language of respondentLanguage.options) {
    const seen = new Set<string>();
    for (const [place, option] of options.entries()) {
      const text = option.text[language]?.trim();
      if (!text) continue;
      const comparable = text.toLocaleLowerCase(language);
      if (seen.has(comparable)) return { place, language, text };
      seen.add(comparable);
    }
  }
  return null;
}

/** Answers find their item, and figures over several versions their section, by the key. */
function listDuplicateKeys({ sections }: AuditFormDefinition): FormFinding[] {
  const findings: FormFinding[] = [];
  const sectionKeys = new Set<string>();
  const itemKeys = new Set<string>();
  for (const section of sections) {
    if (sectionKeys.has(section.key)) findings.push(finder(section.key, null)("duplicateKey", null));
    sectionKeys.add(section.key);
    for (const item of section.items) {
      const optionKeys = "options" in item ? item.options.map(({ key }) => key) : [];
      if (itemKeys.has(item.key) || new Set(optionKeys).size < optionKeys.length)
        findings.push(finder(section.key, item.key)("duplicateKey", null));
      itemKeys.add(item.key);
    }
  }
  return findings;
}

/** Findings in the order in which the form is read. */
function inOrder(findings: FormFinding[], { sections }: AuditFormDefinition): FormFinding[] {
  const places = new Map<string, number>();
  for (const section of sections) {
    places.set(`s ${section.key}`, places.size);
    for (const item of section.items) places.set(`i ${item.key}`, places.size);
  }
  const placeOf = ({ sectionKey, itemKey }: FormFinding) =>
    itemKey !== null ? places.get(`i ${itemKey}`) : sectionKey === null ? -1 : places.get(`s ${sectionKey}`);
  return findings.toSorted((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0));
}
