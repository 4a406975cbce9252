import { DISTRIBUTION_MARGIN, formCells } from "@/metrics/disclosure";
import type { Bands, CohortFigure, CohortPlace, CohortRow, CohortSubject, ItemSum } from "../schema";

/** A competency as a cohort adds it up. */
export type CohortCompetency = { key: string; itemKeys: readonly string[] };

type Unit = { place: CohortPlace; subjects: readonly CohortSubject[]; children: Unit[] };

/** A unit's base figures: items, and the distribution of each competency. */
type Sums = { items: Map<string, ItemSum>; bands: Map<string, Bands> };

/**
 * A cohort as one reader sees it: the organization, its locations, their teams.
 *
 * Units are merged into cells of at least k subjects, in the same way for every reader, so that what two readers see, or one
 * reader at two times, cannot be subtracted. A cell is shown to a reader who knows the reports of all its subjects, or does
 * not know those of at least k; else it is hidden. Everything above is the sum of the parts that are shown, item by
 * item, and nothing else: what is hidden is in no total. A distribution needs DISTRIBUTION_MARGIN more unknown subjects than
 * a mean.
 *
 * Fewer than k subjects, or none, give the organization's row with nothing shown.
 */
export function formCohort(
  subjects: readonly CohortSubject[],
  competencies: readonly CohortCompetency[],
  points: number,
  k: number,
): CohortRow[] {
  const organization = formUnits(subjects, k);
  return listRows(organization, 0);

  function listRows(unit: Unit, depth: 0 | 1 | 2): CohortRow[] {
    const { items, bands } = addUp(unit, competencies, points, k);
    const figures = describeFigures(competencies, items, bands);
    const row: CohortRow = {
      key: [unit.place.kind, ...unit.place.ids.map((id) => id ?? "none")].join(" "),
      depth,
      place: unit.place,
      subjects: unit.subjects.length,
      hidden: Object.keys(figures).length > 0 ? null : unit.subjects.length < k ? "tooFew" : "known",
      figures,
    };
    return [row, ...unit.children.flatMap((child) => listRows(child, depth === 0 ? 1 : 2))];
  }
}

/** The subjects whose figures are in what the whole organization shows; none below k. */
export function listShownSubjects(subjects: readonly CohortSubject[], k: number): CohortSubject[] {
  const listOf = (unit: Unit): CohortSubject[] =>
    unit.children.length > 0
      ? unit.children.flatMap(listOf)
      : isEnough(unit.subjects, k)
        ? [...unit.subjects]
        : [];
  return listOf(formUnits(subjects, k));
}

/** The sums the whole organization shows, by item key. */
export function sumItems(
  subjects: readonly CohortSubject[],
  itemKeys: readonly string[],
  k: number,
): Map<string, ItemSum> {
  return addUp(formUnits(subjects, k), [{ key: "", itemKeys }], 1, k).items;
}

/**
 * Whether figures of these subjects may be shown to a reader: they are at least k (with `margin`: more), and so are those
 * the reader does not know, or there are none of them. Judged by those the reader knows now, and by those the reader may
 * ever have known or come to know.
 */
export function isEnough(
  subjects: readonly Pick<CohortSubject, "isOpen" | "isKnown">[],
  k: number,
  margin = 0,
): boolean {
  const enough = k + margin;
  return (["isOpen", "isKnown"] as const).every((known) => {
    const unknown = subjects.filter((subject) => !subject[known]).length;
    return subjects.length >= enough && (unknown === 0 || unknown >= enough);
  });
}

function formUnits(subjects: readonly CohortSubject[], k: number): Unit {
  const locations = split(subjects, "locationId", k).map(({ ids, members }): Unit => {
    const teams = ids.length === 1 ? split(members, "teamId", k) : [];
    return {
      place: { kind: "location", ids },
      subjects: members,
      // One team, or all of them together, would only repeat the location.
      children: teams.length < 2 ? [] : teams.map((team) => leaf("team", team.ids, team.members)),
    };
  });
  const [first, ...more] = locations;
  return {
    place: { kind: "organization", ids: [] },
    subjects,
    // One location, or all of them together, would only repeat the organization.
    children: more.length === 0 ? (first?.children ?? []) : locations,
  };
}

const leaf = (kind: "team", ids: (string | null)[], subjects: readonly CohortSubject[]): Unit => ({
  place: { kind, ids },
  subjects,
  children: [],
});

function split(subjects: readonly CohortSubject[], by: "locationId" | "teamId", k: number) {
  // In an order that does not depend on figures; who belongs nowhere comes last.
  const ids = [...new Set(subjects.map((subject) => subject[by]))].sort((one, other) =>
    one === null ? 1 : other === null ? -1 : one.localeCompare(other),
  );
  const units = ids.map((id) => ({
    key: id ?? "",
    size: subjects.filter((subject) => subject[by] === id).length,
  }));
  return formCells(units, k).cells.map((cell) => {
    const cellIds = cell.units.map((key) => (key === "" ? null : key));
    return { ids: cellIds, members: subjects.filter((subject) => cellIds.includes(subject[by])) };
  });
}

function addUp(unit: Unit, competencies: readonly CohortCompetency[], points: number, k: number): Sums {
  const sums: Sums = { items: new Map(), bands: new Map() };
  if (unit.children.length > 0) {
    for (const child of unit.children) {
      const { items, bands } = addUp(child, competencies, points, k);
      for (const [key, { n, sum }] of items) {
        const before = sums.items.get(key) ?? { n: 0, sum: 0 };
        sums.items.set(key, { n: before.n + n, sum: before.sum + sum });
      }
      for (const [key, { n, counts }] of bands) {
        const before = sums.bands.get(key);
        sums.bands.set(key, {
          n: n + (before?.n ?? 0),
          counts: counts.map((count, at) => count + (before?.counts[at] ?? 0)),
        });
      }
    }
    return sums;
  }
  if (!isEnough(unit.subjects, k)) return sums;
  for (const { key, itemKeys } of competencies) {
    for (const itemKey of itemKeys) {
      const rated = unit.subjects.filter(({ items }) => items.has(itemKey));
      if (!isEnough(rated, k)) continue;
      const sum = rated.reduce((total, { items }) => total + (items.get(itemKey) ?? 0), 0);
      sums.items.set(itemKey, { n: rated.length, sum });
    }
    const bands = spread(unit.subjects, itemKeys, points, k);
    if (bands) sums.bands.set(key, bands);
  }
  return sums;
}

function spread(
  subjects: readonly CohortSubject[],
  itemKeys: readonly string[],
  points: number,
  k: number,
): Bands | null {
  const rated = subjects.filter(({ items }) => itemKeys.some((key) => items.has(key)));
  if (!isEnough(rated, k, DISTRIBUTION_MARGIN)) return null;
  const counts = Array.from({ length: points }, () => 0);
  for (const subject of rated) {
    const nearest = Math.min(points, Math.max(1, Math.round(meanOver(subject, itemKeys) ?? 1)));
    counts[nearest - 1] = (counts[nearest - 1] ?? 0) + 1;
  }
  return { n: rated.length, counts };
}

/** A subject's mean over the items it has figures of; null without any. */
export function meanOver({ items }: CohortSubject, itemKeys: readonly string[]): number | null {
  const means = itemKeys.flatMap((key) => items.get(key) ?? []);
  return means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

/** The mean of item means, and the smallest number of subjects behind one; null without any. */
export function meanOfItems(sums: readonly ItemSum[]): { mean: number; n: number } | null {
  if (sums.length === 0) return null;
  return {
    mean: sums.reduce((total, { n, sum }) => total + sum / n, 0) / sums.length,
    n: Math.min(...sums.map(({ n }) => n)),
  };
}

function describeFigures(
  competencies: readonly CohortCompetency[],
  items: ReadonlyMap<string, ItemSum>,
  bands: ReadonlyMap<string, Bands>,
): Record<string, CohortFigure> {
  return Object.fromEntries(
    competencies.flatMap(({ key, itemKeys }) => {
      const figure = meanOfItems(itemKeys.flatMap((itemKey) => items.get(itemKey) ?? []));
      return figure ? [[key, { ...figure, bands: bands.get(key) ?? null }]] : [];
    }),
  );
}
