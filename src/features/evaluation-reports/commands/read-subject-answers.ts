import "server-only";
import { RATER_GROUPS, type RaterGroup } from "@/features/evaluation-cycles/schema";
import { emptyTally, type Tally } from "@/metrics/disclosure";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { GivenComment } from "../rules/publish-comments";
import type { SubjectAnswers } from "../rules/publish-report";

/** What a release reads of a subject; it goes into the rules that decide what is shown, and nowhere else. */
export type ReleaseSource = {
  answers: SubjectAnswers;
  comments: GivenComment[];
  /** How many of the anonymous groups' sent ratings an earlier release counted. */
  counted: number;
  /** Whether somebody who reads the report was asked to rate anonymously: one's own answers are then no secret to one. */
  hasReader: boolean;
};

type Rated = { subjectId: string; group: RaterGroup; raters: number; invited: number; counted: number };
type Given = { subjectId: string; group: RaterGroup; itemId: string; value: number; count: number };
type Written = GivenComment & { subjectId: string };

/**
 * What was answered about each subject of a cycle. The caller has opened the answers (`openAllAnswers`) and locked the
 * cycle. A group nobody was asked in is left out. A rating that was sent counts whatever became of its rater since; "asked"
 * counts everybody who was ever to answer, so that taking somebody off does not tell whether they had.
 */
export async function readSubjectAnswers(
  tx: Transaction,
  scope: Scope,
  cycleId: string,
  framework: { points: number; itemIds: readonly string[] },
  subjects: readonly { id: string; isOnePerson: boolean }[],
): Promise<Map<string, ReleaseSource>> {
  const rated = bySubject(await countRatings(tx, scope, cycleId));
  const given = bySubject(await countPoints(tx, scope, cycleId));
  const written = bySubject(await listComments(tx, scope, cycleId));
  const readByRaters = await listReadByRaters(tx, scope, cycleId);
  return new Map(
    subjects.map(({ id, isOnePerson }) => {
      const groups = (rated.get(id) ?? [])
        .filter((row) => row.invited > 0)
        .sort((a, b) => RATER_GROUPS.indexOf(a.group) - RATER_GROUPS.indexOf(b.group));
      const tallies = addUp(given.get(id) ?? [], framework.points);
      return [
        id,
        {
          answers: {
            groups: groups.map(({ group, raters, invited }) => ({ group, raters, invited })),
            points: framework.points,
            items: framework.itemIds.map((itemId) => ({ itemId, tallies: tallies.get(itemId) ?? {} })),
            isOnePerson,
          },
          comments: (written.get(id) ?? []).map(({ subjectId: _, ...comment }) => comment),
          counted: groups.reduce((sum, group) => sum + group.counted, 0),
          hasReader: readByRaters.has(id),
        },
      ];
    }),
  );
}

function bySubject<Row extends { subjectId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.subjectId);
    if (known) known.push(row);
    else grouped.set(row.subjectId, [row]);
  }
  return grouped;
}

type Tallies = Partial<Record<RaterGroup, Tally>>;

function addUp(rows: readonly Given[], points: number): Map<string, Tallies> {
  const items = new Map<string, Tallies>();
  for (const { itemId, group, value, count } of rows) {
    const tallies = items.get(itemId) ?? {};
    const before = tallies[group] ?? emptyTally(points);
    tallies[group] = {
      n: before.n + count,
      sum: before.sum + value * count,
      counts: before.counts.map((number, index) => (index === value - 1 ? number + count : number)),
    };
    items.set(itemId, tallies);
  }
  return items;
}

function countRatings(tx: Transaction, scope: Scope, cycleId: string): Promise<Rated[]> {
  return tx.$queryRaw<Rated[]>`
    select r.subject_id as "subjectId", r.rater_group::text as "group",
           count(*) filter (where r.status = 'submitted')::int as raters,
           count(*) filter (where r.status = 'submitted' and r.counted_in_release is not null
                              and not (r.rater_group = 'manager' or (r.rater_group = 'self' and s.kind = 'employee')))::int
             as counted,
           count(*) filter (where r.status = 'submitted'
                               or (r.status in ('approved', 'declined')
                                   and (r.withdrawn_at is null or r.withdrawn_at >= c.first_invited_at)))::int as invited
      from evaluation_ratings r
      join evaluation_subjects s on s.organization_id = r.organization_id and s.id = r.subject_id
      join evaluation_cycles c on c.organization_id = s.organization_id and c.id = s.cycle_id
     where r.organization_id = ${scope.organizationId}::uuid and s.cycle_id = ${cycleId}::uuid
     group by 1, 2`;
}

function countPoints(tx: Transaction, scope: Scope, cycleId: string): Promise<Given[]> {
  return tx.$queryRaw<Given[]>`
    select r.subject_id as "subjectId", r.rater_group::text as "group", a.item_id as "itemId", a.value,
           count(*)::int as count
      from evaluation_answers a
      join evaluation_ratings r on r.organization_id = a.organization_id and r.id = a.rating_id
      join evaluation_subjects s on s.organization_id = r.organization_id and s.id = r.subject_id
     where a.organization_id = ${scope.organizationId}::uuid and s.cycle_id = ${cycleId}::uuid
       and r.status = 'submitted' and a.value is not null
     group by 1, 2, 3, 4`;
}

function listComments(tx: Transaction, scope: Scope, cycleId: string): Promise<Written[]> {
  return tx.$queryRaw<Written[]>`
    select r.subject_id as "subjectId", r.id as "ratingId", a.item_id as "itemId", r.rater_group::text as "group",
           btrim(a.text) as text, a.published_cell as "publishedAt"
      from evaluation_answers a
      join evaluation_ratings r on r.organization_id = a.organization_id and r.id = a.rating_id
      join evaluation_subjects s on s.organization_id = r.organization_id and s.id = r.subject_id
     where a.organization_id = ${scope.organizationId}::uuid and s.cycle_id = ${cycleId}::uuid
       and r.status = 'submitted' and btrim(a.text) <> ''`;
}

/**
 * Subjects one of whose anonymous raters reads the report: as the named manager, or as an owner. Who was asked counts, not
 * who answered, so that the stricter rules which follow do not tell.
 */
async function listReadByRaters(tx: Transaction, scope: Scope, cycleId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct s.id
      from evaluation_ratings r
      join evaluation_subjects s on s.organization_id = r.organization_id and s.id = r.subject_id
      join evaluation_cycles c on c.organization_id = s.organization_id and c.id = s.cycle_id
      join evaluation_raters rater on rater.organization_id = r.organization_id and rater.id = r.rater_id
      join members m on m.organization_id = r.organization_id and m.archived_at is null
      join users u on u.id = m.user_id
                  and (rater.member_id = m.id or rater.employee_id = m.employee_id or rater.email = lower(u.email))
     where r.organization_id = ${scope.organizationId}::uuid and s.cycle_id = ${cycleId}::uuid
       and r.status in ('approved', 'submitted')
       and not (r.rater_group = 'manager' or (r.rater_group = 'self' and s.kind = 'employee'))
       and ((c.managers_see and m.id = s.manager_member_id and m.role in ('owner', 'manager'))
            or (c.owners_see and m.role = 'owner'))`;
  return new Set(rows.map(({ id }) => id));
}
