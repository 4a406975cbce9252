import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import type { EvaluationFrameworkDefinition } from "@/features/evaluation-frameworks/schema";
import type { Tally } from "@/metrics/disclosure";
import { publishReport } from "../rules/publish-report";
import type { ReleasedReport } from "../schema";

const ITEMS = { presence: ["p1", "p2"], clarity: ["c1", "c2"], calm: ["s1", "s2"] };

const definition: EvaluationFrameworkDefinition = {
  intro: {},
  scale: [1, 2, 3, 4, 5].map((point) => ({ label: { en: `label ${point}` } })),
  competencies: Object.entries(ITEMS).map(([key, items]) => ({
    key,
    name: { en: `Competency ${key}` },
    description: {},
    items: items.map((item) => ({
      key: item,
      text: { en: `Item ${item}`, fi: `Väittämä ${item}` },
      selfText: {},
      behaviourId: null,
    })),
  })),
  questions: [{ key: "more", text: { en: "What more?" }, selfText: {} }],
};

function tally(points: number[]): Tally {
  return {
    n: points.length,
    sum: points.reduce((sum, point) => sum + point, 0),
    counts: [1, 2, 3, 4, 5].map((point) => points.filter((given) => given === point).length),
  };
}

/** Points by item and group; every group's size is that of its longest list, all of whom were asked. */
export type Given = Record<string, Partial<Record<RaterGroup, number[]>>>;

/** What a first release publishes of these answers, with k = 3. */
export function publish(given: Given) {
  const groups = ["self", "manager", "peer", "report", "customer"] as const;
  const sizes = groups.map((group) => ({
    group,
    raters: Math.max(0, ...Object.values(given).map((item) => item[group]?.length ?? 0)),
  }));
  const shown = publishReport(
    {
      groups: sizes.filter(({ raters }) => raters > 0).map((size) => ({ ...size, invited: size.raters + 1 })),
      points: 5,
      items: Object.entries(given).map(([itemId, item]) => ({
        itemId,
        tallies: Object.fromEntries(Object.entries(item).map(([group, points]) => [group, tally(points)])),
      })),
      isOnePerson: true,
    },
    3,
  );
  return {
    cells: shown.cells,
    figures: shown.figures.map(({ itemId, ...rest }) => ({ itemKey: itemId, ...rest })),
  };
}

/** A released report of an employee, of a framework of three competencies with two items each. */
export function makeReport(given: Given, overrides: Partial<ReleasedReport> = {}): ReleasedReport {
  const releasedAt = new Date("2026-11-20T22:30:00Z");
  return {
    id: "report",
    number: 1,
    releasedAt,
    subjectSeesFrom: releasedAt,
    anonymityK: 3,
    commentK: 3,
    gapThreshold: 4 / 3,
    organization: { name: "Kotikulma", language: "en" },
    cycle: {
      id: "cycle",
      name: "Autumn",
      purpose: { en: "To learn." },
      opensOn: new Date("2026-10-01"),
      closesOn: new Date("2026-10-31"),
      managersSee: true,
      ownersSee: false,
    },
    subject: {
      id: "subject",
      kind: "employee",
      name: "Aino",
      employeeId: "employee",
      teamId: null,
      locationId: null,
      location: { id: "location", name: "Lahti" },
      managerName: "Mikko",
    },
    framework: {
      id: "version",
      frameworkId: "framework",
      frameworkName: "Encounters",
      number: 2,
      definition,
      itemIds: {},
    },
    ...publish(given),
    comments: [],
    releases: [{ number: 1, releasedAt }],
    earlier: null,
    ...overrides,
  };
}

/** The same for every item of the framework. */
export function everywhere(item: Given[string], more: Given = {}): Given {
  return {
    ...Object.fromEntries(
      Object.values(ITEMS)
        .flat()
        .map((key) => [key, item]),
    ),
    ...more,
  };
}
