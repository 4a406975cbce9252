import type { CycleSubject } from "./queries/list-cycle-subjects";
import { isFilledByItself } from "./rules";

/** What of a cycle's subjects somebody should look at, in numbers of subjects; and how far they are. */
export type CycleFindings = {
  /** In the cycle still. */
  subjects: number;
  /** Have nobody who would approve their raters. */
  withoutManager: number;
  /** Have fewer raters in a group than the cycle wants. */
  tooFewRaters: number;
  /** Have raters waiting for approval. */
  proposals: number;
  /** Have enough answers in every anonymous group somebody was asked in, and in one at least. */
  enough: number;
};

/** Counts what there is to look at; of no subjects everything is 0. */
export function findCycleFindings(subjects: readonly CycleSubject[]): CycleFindings {
  const present = subjects.filter(({ removedAt }) => removedAt === null);
  const count = (has: (subject: CycleSubject) => boolean) => present.filter(has).length;
  return {
    subjects: present.length,
    withoutManager: count(({ manager }) => manager === null || manager.isGone),
    tooFewRaters: count(({ groups }) =>
      groups.some(({ group, asked, minimum }) => !isFilledByItself(group) && asked < minimum),
    ),
    proposals: count(({ groups }) => groups.some(({ proposed }) => proposed > 0)),
    enough: count(({ groups }) => {
      const asked = groups.filter((group) => group.isEnough !== null && group.asked > 0);
      return asked.length > 0 && asked.every(({ isEnough }) => isEnough === true);
    }),
  };
}
