import { scoreForm } from "@/features/audit-forms/rules";
import { type AuditAnswerValue, type AuditFormDefinition, NO_ANSWER } from "@/features/audit-forms/schema";
import type { ReportSource } from "./report";

/** What every item of these forms has. */
export const itemBase = {
  guidance: {},
  goodExample: {},
  badExample: {},
  suggestion: {},
  behaviourId: null,
  about: "employee" as const,
  isRequired: true,
  allowsNotApplicable: true,
};
export const scoring = { weight: 1, isCritical: false, isBonus: false, passPoints: null, commentBelow: null };
export const yesNo = (key: string, overrides: object = {}) => ({
  kind: "yes_no" as const,
  key,
  text: { fi: `Kohta ${key}`, en: `Item ${key}` },
  goodAnswer: "yes" as const,
  ...itemBase,
  ...scoring,
  ...overrides,
});

export const definition: AuditFormDefinition = {
  intro: {},
  isCapped: true,
  sections: [
    {
      key: "greeting",
      title: { fi: "Tervehdys", en: "Greeting" },
      intro: {},
      weight: 1,
      items: [
        yesNo("greeted", { weight: 3 }),
        yesNo("smiled", { suggestion: { fi: "Katso silmiin.", en: "Meet the eye." } }),
      ],
    },
    {
      key: "service",
      title: { fi: "Palvelu", en: "Service" },
      intro: {},
      weight: 3,
      items: [
        yesNo("honest", { isCritical: true, behaviourId: "b1" }),
        {
          kind: "scale",
          key: "listened",
          text: { fi: "Kuunteli", en: "Listened" },
          options: [0, 1, 2, 3, 4].map((points) => ({
            key: `p${points}`,
            text: { fi: `taso ${points}` },
            points,
          })),
          ...itemBase,
          ...scoring,
          passPoints: 3,
        },
        { kind: "duration", key: "waited", text: { en: "Waited" }, bands: [], ...itemBase, ...scoring },
        yesNo("angry", { about: "customer", text: { fi: "Asiakas oli kiihtynyt" } }),
      ],
    },
  ],
};

export const value = (overrides: Partial<AuditAnswerValue>) => ({
  ...NO_ANSWER,
  ...overrides,
  revision: 1,
  changedAt: new Date("2026-11-20T12:00:00Z"),
});
export const yes = value({ number: 1 });
export const no = value({ number: 0 });

/** A published audit of a form with these answers, scored. */
export function makeSource(
  answers: Record<string, ReturnType<typeof value>>,
  overrides: Partial<ReportSource> = {},
  form: AuditFormDefinition = definition,
): ReportSource {
  const score = scoreForm(form, answers);
  return {
    id: "a1",
    kind: "mystery",
    status: "published",
    programme: { id: "p1", name: "Joulu" },
    assignmentId: "s1",
    auditor: { memberId: "m1", name: "Aino Auditoija" },
    touchpoint: { id: "t1", name: "Kassa" },
    location: { id: "l1", name: "Lahti" },
    encounterType: null,
    employee: null,
    staffInformedOn: null,
    channel: "in_person",
    visitStartedAt: new Date("2026-11-20T12:05:00Z"),
    visitEndedAt: new Date("2026-11-20T12:25:00Z"),
    summary: null,
    strengths: null,
    suggestions: null,
    score: score.score,
    isFailed: score.isFailed,
    submittedAt: new Date("2026-11-20T13:00:00Z"),
    timesReturned: 0,
    reviewerMemberId: "m2",
    publishedAt: new Date("2026-11-21T13:00:00Z"),
    othersFrom: new Date("2026-11-24T13:00:00Z"),
    appealUntil: new Date("2026-12-05T13:00:00Z"),
    form: { id: "v1", formId: "f1", formName: "Käynti", number: 2, definition: form },
    answers,
    itemIds: {},
    sections: form.sections.map(({ key, weight }, index) => ({
      key,
      weight,
      score: score.sections[index] ?? null,
    })),
    files: [],
    organization: { name: "Kotikulma", language: "fi" },
    behaviours: [{ id: "b1", name: { fi: "Rehellisyys", en: "Honesty" } }],
    appeals: [],
    replies: [],
    visitsOfLocation: 1,
    mayKnowAuditor: false,
    ...overrides,
  };
}
