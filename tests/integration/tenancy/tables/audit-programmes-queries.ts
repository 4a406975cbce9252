import { expect } from "vitest";
import { findVisitDayProblem } from "@/features/audit-programmes/queries/find-visit-day-problem";
import { getAssignment } from "@/features/audit-programmes/queries/get-assignment";
import { getProgramme } from "@/features/audit-programmes/queries/get-programme";
import { getProgrammeBoard } from "@/features/audit-programmes/queries/get-programme-board";
import { judgeVisitOf } from "@/features/audit-programmes/queries/judge-visit-of";
import { listCandidates } from "@/features/audit-programmes/queries/list-candidates";
import { listMyAssignments } from "@/features/audit-programmes/queries/list-my-assignments";
import { listMyConflicts } from "@/features/audit-programmes/queries/list-my-conflicts";
import { listProgrammeAssignments } from "@/features/audit-programmes/queries/list-programme-assignments";
import { listProgrammes } from "@/features/audit-programmes/queries/list-programmes";
import { listTargets } from "@/features/audit-programmes/queries/list-targets";
import { readDeclaredConflicts } from "@/features/audit-programmes/queries/read-declared-conflicts";
import { readMemberVisits } from "@/features/audit-programmes/queries/read-member-visits";
import { requireStartable } from "@/features/audit-programmes/queries/require-startable";
import {
  searchConflictEmployees,
  searchConflictLocations,
} from "@/features/audit-programmes/queries/search-conflict-subjects";
import {
  type AssignmentMailKind,
  writeAssignmentMail,
} from "@/features/audit-programmes/queries/write-assignment-mail";
import { withScope } from "@/server/database";
import { createAssignment } from "../../../factories/audits";
import type { Cast } from "../cast";
import { type Lines, line } from "../line";
import type { Place } from "../makers";
import { newAssignment, newConflict, newProgramme, newTarget, newVisit } from "../programme-rows";

/** An accepted visit of a consultant of its own in a programme without a quiz. */
const accepted = async (of: Cast, place: Place) => {
  const { memberId, scope } = await of.newMember();
  const { programmeId } = await newProgramme(of);
  const { id } = await createAssignment(of.scope, {
    programmeId,
    memberId,
    locationId: place.locationId,
    touchpointId: of.touchpointId,
  });
  return { id, memberId, scope };
};
const mailOf = (id: string, kind: AssignmentMailKind) => ({
  id,
  kind,
  subjectId: id,
  occasion: "",
  attempts: 0,
  reader: { memberId: id, userId: id, name: "Reader", email: "reader@example.test", language: "en" },
});

export const auditProgrammesQueries: Lines = {
  listProgrammes: line({
    given: (of: Cast) => newProgramme(of),
    call: (scope) => listProgrammes(scope),
    own: "shows",
    foreign: "hides",
  }),
  getProgramme: [
    line({
      given: (of: Cast) => newProgramme(of),
      call: (scope, { programmeId }) => getProgramme(scope, programmeId),
      own: "shows",
      foreign: "not found",
    }),
    line({
      // What consultants are told is kept from the managers they visit.
      as: "localManager",
      given: (of: Cast) => newProgramme(of),
      call: (scope, { programmeId }) => getProgramme(scope, programmeId),
      own: ({ result }) => expect(result).toMatchObject({ briefing: null }),
      foreign: "not found",
    }),
  ],
  getProgrammeBoard: line({
    given: newTarget,
    call: (scope, { programmeId }) => getProgrammeBoard(scope, programmeId),
    own: ({ result }) => expect(result).toHaveLength(1),
    foreign: "nothing",
    limited: ({ result }, given) =>
      // At the own location the target is seen, at another one nothing.
      expect((result as { wanted: number }[]).every(({ wanted }) => wanted === 3)).toBe(given !== undefined),
  }),
  listTargets: line({
    given: newTarget,
    call: (scope, { programmeId }) => listTargets(scope, programmeId),
    own: "shows",
    foreign: "nothing",
    limited: "nothing",
  }),
  listProgrammeAssignments: line({
    given: newAssignment,
    call: (scope, { programmeId }) => listProgrammeAssignments(scope, programmeId, { page: 1 }),
    own: "shows",
    foreign: "nothing",
    limited: "forbidden",
  }),
  listCandidates: line({
    given: newVisit,
    call: (scope, visit) => listCandidates(scope, visit),
    own: ({ result }) => expect((result as unknown[]).length).toBeGreaterThan(2),
    foreign: "not found",
    limited: "forbidden",
  }),
  judgeVisitOf: line({
    given: async (of, place) => ({ ...(await accepted(of, place)), place }),
    call: (scope, { memberId, place }) =>
      withScope(scope, (tx) =>
        judgeVisitOf(tx, scope, [memberId], {
          locationId: place.locationId,
          teamId: null,
          windowStartsOn: new Date().toISOString().slice(0, 10),
          windowEndsOn: new Date().toISOString().slice(0, 10),
          daysBetweenVisits: 300,
          mostVisitsPerDay: null,
        }),
      ),
    own: ({ result }, { memberId }) =>
      expect((result as Awaited<ReturnType<typeof judgeVisitOf>>).get(memberId)?.refusals).toHaveLength(1),
    foreign: ({ result }, { memberId }) =>
      expect((result as Awaited<ReturnType<typeof judgeVisitOf>>).get(memberId)?.refusals).toEqual([]),
    echoes: true,
  }),
  readMemberVisits: line({
    given: accepted,
    call: (scope, { memberId }) => withScope(scope, (tx) => readMemberVisits(tx, scope, [memberId])),
    own: ({ result }) => expect(result).toHaveLength(1),
    foreign: "nothing",
  }),
  readDeclaredConflicts: line({
    given: async (of, place) => {
      await newConflict(of, place);
      return { memberId: of.people.consultant.memberId };
    },
    call: (scope, { memberId }) => withScope(scope, (tx) => readDeclaredConflicts(tx, scope, [memberId])),
    own: ({ result }) => expect((result as unknown[]).length).toBeGreaterThan(0),
    foreign: "nothing",
  }),
  requireStartable: line({
    given: accepted,
    // As its own consultant; foreign: the caller's consultant asks for somebody else's visit.
    call: (scope, { id, scope: theirs }) => {
      const reader = theirs.organizationId === scope.organizationId ? theirs : scope;
      return withScope(reader, (tx) => requireStartable(tx, reader, id));
    },
    own: "runs",
    foreign: "not found",
  }),
  findVisitDayProblem: line({
    given: accepted,
    call: (scope, { id }) => withScope(scope, (tx) => findVisitDayProblem(tx, scope, id, new Date())),
    own: "runs",
    foreign: "nothing",
  }),
  getAssignment: [
    line({
      as: "consultant",
      given: newAssignment,
      call: (scope, { id }) => getAssignment(scope, id),
      own: "shows",
      foreign: "not found",
    }),
    line({
      given: newAssignment,
      call: (scope, { id }) => getAssignment(scope, id),
      own: "shows",
      foreign: "not found",
    }),
    line({
      // A colleague's.
      as: "consultant",
      given: accepted,
      call: (scope, { id }) => getAssignment(scope, id),
      own: "not found",
      foreign: "not found",
    }),
  ],
  listMyAssignments: line({
    as: "consultant",
    given: newAssignment,
    call: (scope) => listMyAssignments(scope),
    own: "shows",
    foreign: "hides",
  }),
  listMyConflicts: line({
    as: "consultant",
    given: newConflict,
    call: (scope) => listMyConflicts(scope),
    own: "shows",
    foreign: "hides",
  }),
  searchConflictLocations: line({
    as: "consultant",
    given: (of) => of.newLocation(),
    call: (scope, { name }) => searchConflictLocations(scope, name),
    own: "shows",
    foreign: "nothing",
  }),
  searchConflictEmployees: line({
    as: "consultant",
    given: (of, place) => of.newEmployee(place),
    call: (scope, { name }) => searchConflictEmployees(scope, name),
    own: "shows",
    foreign: "nothing",
  }),
  writeAssignmentMail: [
    line({
      as: "consultant",
      given: newAssignment,
      call: (scope, { id }) => writeAssignmentMail(scope, mailOf(id, "assignmentOffered")),
      own: ({ result }) =>
        expect(result).toMatchObject({ subject: expect.stringContaining("New assignment") }),
      foreign: "nothing",
    }),
    line({
      // Not to whose it is not.
      as: "owner",
      given: newAssignment,
      call: (scope, { id }) => writeAssignmentMail(scope, mailOf(id, "assignmentOffered")),
      own: "nothing",
      foreign: "nothing",
    }),
  ],
};
