import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RATER_GROUPS, type RaterGroup } from "@/features/evaluation-cycles/schema";
import { isNamedGroup } from "../schema";
import { type GivenComment, type PlacedComment, publishComments } from "./publish-comments";
import { publishReport, type ReleasedCell, type SubjectAnswers } from "./publish-report";

type Writer = { group: RaterGroup; arrives: number; writes: boolean[] };
type Subject = { writers: Writer[]; k: number; commentK: number };

const anySubject: fc.Arbitrary<Subject> = fc.record({
  writers: fc
    .tuple(
      ...RATER_GROUPS.map((group) =>
        fc.array(
          fc.record({
            group: fc.constant(group),
            arrives: fc.constantFrom(1, 1, 2, 3),
            writes: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
          }),
          { maxLength: isNamedGroup(group, true) ? 1 : 6 },
        ),
      ),
    )
    .map((groups) => groups.flat()),
  k: fc.integer({ min: 3, max: 5 }),
  commentK: fc.integer({ min: 3, max: 5 }),
});

/** Three releases of one subject, each built on what the one before showed. */
function releaseThrice({ writers, k, commentK }: Subject) {
  const releases: { cells: ReleasedCell[]; comments: PlacedComment[] }[] = [];
  for (const number of [1, 2, 3]) {
    const last = releases.at(-1);
    const answers: SubjectAnswers = {
      isOnePerson: true,
      points: 5,
      items: [],
      groups: RATER_GROUPS.map((group) => ({
        group,
        raters: writers.filter((each) => each.group === group && each.arrives <= number).length,
        invited: writers.filter((each) => each.group === group).length,
      })),
    };
    const given = writers.flatMap(({ group, arrives, writes }, rater): GivenComment[] =>
      writes.flatMap((isWritten, item) => {
        if (!isWritten || arrives > number) return [];
        const [ratingId, itemId] = [`rating ${rater}`, `item ${item}`];
        const before = last?.comments.find((each) => each.ratingId === ratingId && each.itemId === itemId);
        return [{ ratingId, itemId, group, text: `${rater}`, publishedAt: before?.place ?? null }];
      }),
    );
    const { cells } = publishReport(answers, k, last ? { cells: last.cells, figures: [] } : null);
    releases.push({ cells, comments: publishComments(cells, given, commentK, true, last?.cells) });
  }
  return releases;
}

const at = (comments: readonly PlacedComment[], itemId: string, place: string) =>
  comments.filter((comment) => comment.itemId === itemId && comment.place === place);

describe("publishComments", () => {
  it("never shows fewer than its threshold at one place, nor adds fewer in a later release", () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        releaseThrice(subject).forEach(({ comments }, index, all) => {
          const before = all[index - 1]?.comments ?? [];
          for (const { itemId, place } of comments) {
            if (place === "self" || place === "manager") continue;
            const more = at(comments, itemId, place).length - at(before, itemId, place).length;
            expect(more === 0 || more >= subject.commentK).toBe(true);
          }
          for (const { ratingId, itemId, place } of before) {
            expect(at(comments, itemId, place).some((comment) => comment.ratingId === ratingId)).toBe(true);
          }
        });
      }),
    );
  });

  it("shows comments only of groups that are shown, under their own cell or together with others'", () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        for (const { cells, comments } of releaseThrice(subject)) {
          for (const { group, place } of comments) {
            const cell = cells.find(({ groups }) => groups.includes(group));
            expect(cell?.raters).not.toBeNull();
            if (place !== "together") expect(cell?.groups).toContain(group);
            else expect(isNamedGroup(group, true)).toBe(false);
          }
        }
      }),
    );
  });

  it("never shows more comments under a cell than the report says people answered", () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        for (const { cells, comments } of releaseThrice(subject)) {
          for (const { cell, raters } of cells) {
            for (const itemId of ["item 0", "item 1"]) {
              expect(at(comments, itemId, cell).length).toBeLessThanOrEqual(raters ?? 0);
            }
          }
        }
      }),
    );
  });

  const cell = (group: RaterGroup, raters: number | null): ReleasedCell => ({
    cell: group,
    groups: [group],
    raters,
    invited: 9,
  });
  const comment = (group: RaterGroup, ratingId: string): GivenComment => ({
    ratingId,
    itemId: "more",
    group,
    text: ratingId,
    publishedAt: null,
  });
  const placesOf = (placed: readonly PlacedComment[]) =>
    Object.fromEntries(placed.map(({ ratingId, place }) => [ratingId, place]));

  it("puts those of cells with too few writers together where they are enough", () => {
    const cells = [cell("peer", 4), cell("report", 4), cell("customer", 2)];
    const few = [comment("peer", "a"), comment("peer", "b"), comment("report", "c")];
    expect(placesOf(publishComments(cells, few, 3, true))).toEqual({
      a: "together",
      b: "together",
      c: "together",
    });
    expect(publishComments(cells, few.slice(1), 3, true)).toEqual([]);
    const more = [...few, comment("peer", "d")];
    expect(placesOf(publishComments(cells, more, 3, true))).toEqual({ a: "peer", b: "peer", d: "peer" });
  });

  it("shows those of people who answer under their name at once, and nothing of hidden groups", () => {
    const cells = [cell("manager", 1), cell("report", null)];
    const given = [comment("manager", "m"), ...["a", "b", "c"].map((id) => comment("report", id))];
    expect(placesOf(publishComments(cells, given, 3, true))).toEqual({ m: "manager" });
    expect(publishComments([], [], 3, true)).toEqual([]);
  });
});
