import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import {
  getAuditSums,
  listAuditGroupSums,
  listAuditTrendSums,
} from "@/features/audit-results/queries/list-audit-sums";
import { listAuditedForms } from "@/features/audit-results/queries/list-audited-forms";
import { listFewAuditedVisits } from "@/features/audit-results/queries/list-audited-visits";
import { listAuditorWork, listSeverityStrata } from "@/features/audit-results/queries/list-auditors";
import { listBehaviourSums } from "@/features/audit-results/queries/list-behaviour-sums";
import {
  countDoubleVisits,
  listDoubleVisitAnswers,
} from "@/features/audit-results/queries/list-double-visits";
import { listFormVersions } from "@/features/audit-results/queries/list-form-versions";
import { listItemSums } from "@/features/audit-results/queries/list-item-sums";
import { listSectionSums } from "@/features/audit-results/queries/list-section-sums";
import type { AuditFilters, AuditSlice } from "@/features/audit-results/schema";
import type { Scope } from "@/server/scope";
import {
  createAuditForm,
  createBehaviour,
  type TestAuditForm,
  yesNoItem,
} from "../../../factories/audit-forms";
import { createAudit } from "../../../factories/audits";
import type { Cast } from "../cast";
import { type AnyLine, type Lines, line, type Observed } from "../line";
import type { Place } from "../makers";

const DAY = 24 * 3600_000;

function slice(filters: AuditFilters): AuditSlice {
  const to = new Date(Date.now() + DAY);
  return { kind: "mystery", from: new Date(to.getTime() - 30 * DAY), to, filters };
}

type Audited = { form: TestAuditForm; touchpointId: string; place: Place };
const made = new Map<string, Promise<Audited>>();

/** A double visit at the place, published and open to everybody; made once for each place of each organization. */
function audited(of: Cast, place: Place): Promise<Audited> {
  const name = `${of.organization.id} ${place.locationId}`;
  const known = made.get(name) ?? makeAudited(of, place);
  made.set(name, known);
  return known;
}

async function makeAudited(of: Cast, place: Place): Promise<Audited> {
  const { scope, mark, touchpointId } = of;
  const behaviour = await createBehaviour(scope, { name: `${mark} listening` });
  const text = { en: `${mark} greeted?` };
  const item = yesNoItem("greeted", { text, behaviourId: behaviour.id });
  const sections = [{ key: "all", title: { en: mark }, intro: {}, weight: 1, items: [item] }];
  const form = await createAuditForm(scope, {
    name: `${mark} audit form`,
    definition: { intro: {}, isCapped: true, sections },
  });
  const doubleVisitId = uuidv7();
  for (const auditor of [of.people.consultant, of.people.localManager]) {
    await createAudit(scope, {
      form,
      touchpointId,
      doubleVisitId,
      locationId: place.locationId,
      employeeId: place.employeeId,
      auditorMemberId: auditor.memberId,
      reviewerMemberId: of.people.owner.memberId,
      othersFrom: new Date(scope.now.getTime() - DAY / 2),
      answers: { greeted: true },
    });
  }
  return { form, touchpointId, place };
}

function something({ result, error, changed }: Observed): void {
  if (error) throw error;
  expect(result instanceof Map ? [...result] : [result].flat()).not.toHaveLength(0);
  expect(result).not.toBe(0);
  expect(changed).toEqual([]);
}

const FILTERS: Record<"location" | "employee" | "touchpoint" | "form", (given: Audited) => AuditFilters> = {
  location: ({ place }) => ({ location: place.locationId }),
  employee: ({ place }) => ({ employee: place.employeeId }),
  touchpoint: ({ touchpointId }) => ({ touchpoint: touchpointId }),
  form: ({ form }) => ({ form: form.id }),
};

/**
 * One query over a slice, without filters and with each: with another organization's place or form, with a location the
 * manager does not see or with a colleague there is nothing, whatever the address says.
 */
function sliced(
  query: (scope: Scope, slice: AuditSlice, given: Audited) => Promise<unknown>,
  name: string,
): AnyLine[] {
  const named = (call: (scope: Scope, given: Audited) => unknown) =>
    Object.assign(call, { toString: () => name });
  return [
    line<Audited>({
      given: async (_of, place, caller) => {
        await audited(caller, place.isHere ? caller.here : caller.elsewhere);
        return audited(caller, caller.here);
      },
      call: named((scope, given) => query(scope, slice({}), given)),
      own: something,
      foreign: something,
    }),
    ...(["location", "employee", "touchpoint", "form"] as const).map((filter) => {
      const isOfPlace = filter === "location" || filter === "employee";
      return line<Audited>({
        given: (of, place) => audited(of, place),
        call: named((scope, given) => query(scope, slice(FILTERS[filter](given)), given)),
        own: something,
        foreign: "nothing",
        ...(isOfPlace ? { limited: "nothing" as const, employee: "nothing" as const } : {}),
      });
    }),
  ];
}

export const auditResults: Lines = {
  getAuditSums: sliced(async (scope, given) => (await getAuditSums(scope, given)).visits, "getAuditSums"),
  listAuditGroupSums: sliced(
    (scope, given) => listAuditGroupSums(scope, given, "employee"),
    "listAuditGroupSums",
  ),
  listAuditTrendSums: sliced(
    (scope, given) => listAuditTrendSums(scope, given, "month"),
    "listAuditTrendSums",
  ),
  listFewAuditedVisits: sliced(listFewAuditedVisits, "listFewAuditedVisits"),
  listSectionSums: sliced(listSectionSums, "listSectionSums"),
  listBehaviourSums: sliced(listBehaviourSums, "listBehaviourSums"),
  listItemSums: sliced(async (scope, given, { form }) => {
    const sums = await listItemSums(scope, given, new Map([[form.itemIds.greeted as string, 1]]));
    // Without answers the empty grouping set is no row either.
    return sums.filter(({ n }) => n > 0);
  }, "listItemSums"),
  listDoubleVisitAnswers: sliced(listDoubleVisitAnswers, "listDoubleVisitAnswers"),
  countDoubleVisits: sliced(countDoubleVisits, "countDoubleVisits"),
  listAuditorWork: sliced(listAuditorWork, "listAuditorWork"),
  listSeverityStrata: sliced(listSeverityStrata, "listSeverityStrata"),
  listAuditedForms: line({
    given: async (of, place) => ({ id: (await audited(of, place)).form.id }),
    call: (scope) => listAuditedForms(scope, slice({})),
    own: "shows",
    foreign: "hides",
  }),
  listFormVersions: line({
    given: async (of, place) => ({ id: (await audited(of, place)).form.id }),
    call: (scope, { id }) => listFormVersions(scope, id),
    own: "shows",
    foreign: "nothing",
  }),
};
