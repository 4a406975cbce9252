import type { EvaluationFrameworkVersion } from "@/features/evaluation-frameworks/schema";
import type { Interval } from "@/metrics/interval";
import type { LocalizedText } from "@/server/input";

/** One employee's released figures, as a cohort counts them. */
export type CohortSubject = {
  /** Where the employee belonged when the cycle was made; null: nowhere. */
  locationId: string | null;
  teamId: string | null;
  /** The reader may open the report now. */
  isOpen: boolean;
  /** The reader may open it, or may have been able to, or will be: one's own, and those one is the named manager of. */
  isKnown: boolean;
  /** By item key, the mean of what others gave, as the report shows it ("total"). */
  items: ReadonlyMap<string, number>;
};

/** Item means of subjects added up; what all figures of a cohort are computed from. */
export type ItemSum = { n: number; sum: number };

/** How many subjects' means are nearest to each point of the scale, the lowest first. */
export type Bands = { n: number; counts: number[] };

/** One competency in a unit. */
export type CohortFigure = {
  mean: number;
  /** Subjects behind it: of its items the smallest number. */
  n: number;
  /** Null where too few for a distribution. */
  bands: Bands | null;
};

/** What a unit is: the organization, locations or teams (null: those who belong to none), several where they are merged. */
export type CohortPlace = { kind: "organization" | "location" | "team"; ids: (string | null)[] };

/** A row of a cohort: the organization first, then each location with its teams below it. */
export type CohortRow = {
  key: string;
  depth: 0 | 1 | 2;
  place: CohortPlace;
  /** Subjects with a released report in it, shown or not. */
  subjects: number;
  /** Why nothing is shown: too few subjects, or the reader knows nearly all of them already; null where it is. */
  hidden: "tooFew" | "known" | null;
  /** By competency key; a competency that cannot be shown is missing. */
  figures: Record<string, CohortFigure>;
};

/** A behaviour of the service standard as 360 evaluations see it in the whole organization, in percent of the scale. */
export type EvaluatedBehaviour = {
  behaviourId: string;
  value: number;
  n: number;
  /** 95 %, of subjects; null where too few for a distribution. */
  interval: Interval | null;
};

/** What a cohort shows; no single subject's figure is in it. */
export type Cohort = {
  cycle: { id: string; name: string; closesOn: Date };
  framework: EvaluationFrameworkVersion;
  /** Fewest subjects a figure is of; null while nothing was released. */
  k: number | null;
  rows: CohortRow[];
  /** Names of locations and teams of the rows, by id. */
  names: Record<string, string>;
  behaviours: EvaluatedBehaviour[];
};

/** Eyes that look at a behaviour. */
export const EYES = ["evaluation", "audit", "customer"] as const;
export type Eye = (typeof EYES)[number];

/** What one pair of eyes says of a behaviour, in percent of its scale. */
export type EyeFigure = { value: number | null; n: number; interval: Interval | null };

export type BehaviourComparison = {
  id: string;
  name: LocalizedText;
  figures: Record<Eye, EyeFigure>;
};
