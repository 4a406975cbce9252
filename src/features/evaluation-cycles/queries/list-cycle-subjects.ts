import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { enoughAnswers, groupsOfKind, isFilledByItself } from "../rules";
import { type EvaluationSubjectKind, RATER_GROUPS, type RaterGroup } from "../schema";

/** How far a subject is in one group: never how many have answered, let alone who. */
export type GroupProgress = {
  group: RaterGroup;
  /** Asked or to be asked: approved, whether or not they have answered; without those taken off. */
  asked: number;
  /** Waiting for the manager's approval. */
  proposed: number;
  minimum: number;
  /**
   * Whether so many have answered as the group is shown with; null for oneself and the manager, of whom it would tell that
   * they have.
   */
  isEnough: boolean | null;
};

export type CycleSubject = {
  id: string;
  kind: EvaluationSubjectKind;
  name: string;
  /** Where the person or unit belongs; null for one without a place. */
  place: string | null;
  manager: { memberId: string; name: string; isGone: boolean } | null;
  removedAt: Date | null;
  /** The employee, team or location was archived. */
  isGone: boolean;
  /** Number of the latest released report; null before the first. */
  released: number | null;
  /** By group of the cycle that can rate this kind, in the order they are shown. */
  groups: GroupProgress[];
};

type Counted = {
  subjectId: string;
  group: RaterGroup;
  asked: number;
  proposed: number;
  answered: number;
};

/**
 * The subjects of a cycle by name with how far each is, those who left it last. None: empty. NotFoundError for a foreign
 * cycle.
 */
export async function listCycleSubjects(scope: Scope, cycleId: string): Promise<CycleSubject[]> {
  requireWholeOrganization(scope);
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const cycle = await tx.evaluationCycle.findUnique({
      where: key(scope, cycleId),
      select: {
        anonymityK: true,
        groups: { select: { raterGroup: true, minimum: true, maximum: true } },
      },
    });
    if (!cycle) throw new NotFoundError();
    const subjects = await tx.$queryRaw<
      (Omit<CycleSubject, "groups" | "manager"> & {
        managerMemberId: string | null;
        managerName: string;
        isManagerGone: boolean;
      })[]
    >`
      select s.id, s.kind::text as kind, coalesce(e.name, t.name, l.name) as name,
             case s.kind when 'employee' then coalesce(of_l.name || coalesce(', ' || of_t.name, ''), of_t.name)
                         when 'team' then of_l.name end as place,
             s.manager_member_id as "managerMemberId", u.name as "managerName",
             coalesce(m.archived_at is not null or m.role not in ('owner', 'manager'), false) as "isManagerGone",
             s.removed_at as "removedAt",
             coalesce(e.archived_at, t.archived_at, l.archived_at) is not null as "isGone",
             (select max(r.number)::int from evaluation_reports r
               where r.organization_id = s.organization_id and r.subject_id = s.id) as released
        from evaluation_subjects s
        left join employees e on e.organization_id = s.organization_id and e.id = s.employee_id
        left join teams t on t.organization_id = s.organization_id and t.id = s.team_id
        left join locations l on l.organization_id = s.organization_id and l.id = s.location_id
        left join locations of_l on of_l.organization_id = s.organization_id and of_l.id = s.of_location_id
        left join teams of_t on of_t.organization_id = s.organization_id and of_t.id = s.of_team_id
        left join members m on m.organization_id = s.organization_id and m.id = s.manager_member_id
        left join users u on u.id = m.user_id
       where s.organization_id = ${organizationId}::uuid and s.cycle_id = ${cycleId}::uuid
       order by s.removed_at is not null, s.kind, coalesce(e.name, t.name, l.name) collate "fi-x-icu", s.id`;
    const counts = await countRatings(tx, scope, cycleId);
    return subjects.map(({ managerMemberId, managerName, isManagerGone, ...subject }) => {
      const possible = groupsOfKind(subject.kind);
      return {
        ...subject,
        manager: managerMemberId
          ? { memberId: managerMemberId, name: managerName, isGone: isManagerGone }
          : null,
        groups: RATER_GROUPS.flatMap((group) => {
          const wanted = cycle.groups.find(({ raterGroup }) => raterGroup === group);
          if (!wanted || !possible.includes(group)) return [];
          const counted = counts.find((one) => one.subjectId === subject.id && one.group === group);
          const { asked = 0, proposed = 0, answered = 0 } = counted ?? {};
          const isEnough = isFilledByItself(group)
            ? null
            : answered >= enoughAnswers(wanted, cycle.anonymityK);
          return [{ group, asked, proposed, minimum: wanted.minimum, isEnough }];
        }),
      };
    });
  });
}

/** What was sent before somebody was taken off stays counted, so that taking off does not tell whether it was sent. */
async function countRatings(tx: Transaction, scope: Scope, cycleId: string): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    select r.subject_id as "subjectId", r.rater_group::text as "group",
           count(*) filter (where r.status in ('approved', 'submitted') and r.withdrawn_at is null)::int as asked,
           count(*) filter (where r.status = 'proposed' and r.withdrawn_at is null)::int as proposed,
           count(*) filter (where r.status = 'submitted')::int as answered
      from evaluation_ratings r
      join evaluation_subjects s on s.organization_id = r.organization_id and s.id = r.subject_id
     where r.organization_id = ${scope.organizationId}::uuid and s.cycle_id = ${cycleId}::uuid
     group by r.subject_id, r.rater_group`;
}
