import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import { type CommentPlace, isNamedGroup } from "../schema";
import type { ReleasedCell } from "./publish-report";

/** An open answer as a release reads it. */
export type GivenComment = {
  ratingId: string;
  itemId: string;
  group: RaterGroup;
  text: string;
  /** Where an earlier release showed it; null where none did. */
  publishedAt: CommentPlace | null;
};

export type PlacedComment = GivenComment & { place: CommentPlace };

/**
 * Which open answers a release shows, and where. Named people's are shown as theirs. A cell's comments to a question are
 * shown under the cell where at least `commentK` of its raters wrote; those of smaller numbers are put "together" if they
 * are that many, else not shown. Comments that were not shown before join only where at least `commentK` new ones come to
 * the same place, so that two releases do not single one out; those once shown stay where they are. `earlier` holds
 * the cells of the last release: one that is shown as it was then takes no new comments either, as those it does not count
 * may be among who wrote them. The order is the caller's to shuffle. No comments give none.
 */
export function publishComments(
  cells: readonly ReleasedCell[],
  comments: readonly GivenComment[],
  commentK: number,
  isOnePerson: boolean,
  earlier: readonly ReleasedCell[] = [],
): PlacedComment[] {
  const takesMore = ({ cell, raters }: ReleasedCell) =>
    raters !== null &&
    (isNamedGroup(cell, isOnePerson) || earlier.find((each) => each.cell === cell)?.raters !== raters);
  const shownCells = cells.filter(takesMore);
  const items = [...new Set(comments.map(({ itemId }) => itemId))];
  return items.flatMap((itemId) => {
    const given = comments.filter((comment) => comment.itemId === itemId);
    const kept = given.flatMap((comment) =>
      comment.publishedAt === null ? [] : [{ ...comment, place: comment.publishedAt }],
    );
    const waiting = given.filter(({ publishedAt }) => publishedAt === null);
    const byCell = shownCells.map(({ cell, groups }) => {
      const own = waiting.filter(({ group }) => groups.includes(group));
      return { own, cell, isShown: isNamedGroup(cell, isOnePerson) || own.length >= commentK };
    });
    const placed = byCell
      .filter(({ isShown }) => isShown)
      .flatMap(({ own, cell }) => own.map((comment): PlacedComment => ({ ...comment, place: cell })));
    const left = byCell.filter(({ isShown }) => !isShown).flatMap(({ own }) => own);
    const together = left.length >= commentK ? left : [];
    return [
      ...kept,
      ...placed,
      ...together.map((comment): PlacedComment => ({ ...comment, place: "together" })),
    ];
  });
}
