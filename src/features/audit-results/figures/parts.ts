import "server-only";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { type AuditFigure, auditFigure, NO_SCORES } from "@/metrics/audit-figure";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";
import { listBehaviourSums } from "../queries/list-behaviour-sums";
import { listFormVersions } from "../queries/list-form-versions";
import { listSectionSums } from "../queries/list-section-sums";
import type { AuditSlice } from "../schema";

/** A section of a form, with the title of the newest version that has it. */
export type SectionResult = {
  formId: string;
  formName: string;
  key: string;
  title: LocalizedText;
  figure: AuditFigure;
};

/** The sections of the forms audited in the slice: forms by name, sections in the form's order. */
export async function listSectionResults(scope: Scope, slice: AuditSlice): Promise<SectionResult[]> {
  const sums = await listSectionSums(scope, slice);
  const formIds = [...new Set(sums.map(({ formId }) => formId))].sort();
  const versions = await listFormVersions(scope, formIds.join(" "));
  const bySection = new Map(sums.map((section) => [`${section.formId} ${section.sectionKey}`, section]));
  const results = new Map<string, SectionResult>();
  for (const { formId, formName, definition } of versions) {
    for (const { key, title } of definition.sections) {
      const found = bySection.get(`${formId} ${key}`);
      const id = `${formId} ${key}`;
      if (found && !results.has(id))
        results.set(id, { formId, formName, key, title, figure: auditFigure(found) });
    }
  }
  const collator = new Intl.Collator("fi");
  return [...results.values()].sort(
    (a, b) =>
      collator.compare(a.formName, b.formName) || (a.formId < b.formId ? -1 : Number(a.formId > b.formId)),
  );
}

export type BehaviourResult = { id: string; name: LocalizedText; isArchived: boolean; figure: AuditFigure };

/** The behaviours of the service standard in its order; archived ones only where they have audits. */
export async function listBehaviourResults(scope: Scope, slice: AuditSlice): Promise<BehaviourResult[]> {
  const [behaviours, sums] = await Promise.all([
    listBehaviours(scope, { includeArchived: true }),
    listBehaviourSums(scope, slice),
  ]);
  const byId = new Map(sums.map((behaviour) => [behaviour.behaviourId, behaviour]));
  return behaviours
    .filter(({ id, isArchived }) => !isArchived || byId.has(id))
    .map(({ id, name, isArchived }) => ({
      id,
      name,
      isArchived,
      figure: auditFigure(byId.get(id) ?? NO_SCORES),
    }));
}
