import { getCohort } from "@/features/evaluation-reports/cohort/queries/get-cohort";
import { listBehaviourComparisons } from "@/features/evaluation-reports/cohort/queries/list-behaviour-comparisons";
import { listCustomerBehaviours } from "@/features/evaluation-reports/cohort/queries/list-customer-behaviours";
import { createBehaviour } from "../../../factories/audit-forms";
import type { Cast } from "../cast";
import { type Lines, line } from "../line";
import { unique } from "../makers";

const behaviour = async (of: Cast) => ({
  id: (await createBehaviour(of.scope, { name: `${of.mark} behaviour ${unique()}` })).id,
});

export const evaluationCohorts: Lines = {
  getCohort: line({
    given: async (of, place) => ({ id: (await of.newReport(place)).cycleId }),
    call: (scope, { id }) => getCohort(scope, id),
    own: "shows",
    foreign: "not found",
    limited: "forbidden",
  }),
  listBehaviourComparisons: line({
    given: behaviour,
    call: (scope, { id: behaviourId }) =>
      listBehaviourComparisons(scope, {
        cycle: { id: behaviourId, name: "", closesOn: scope.now },
        behaviours: [{ behaviourId, value: 75, n: 5, interval: null }],
      }),
    own: "shows",
    foreign: "nothing",
  }),
  listCustomerBehaviours: line({
    call: (scope) => listCustomerBehaviours(scope, { from: new Date(0), to: new Date("2100-01-01") }),
    own: "runs",
    foreign: "takes nothing",
  }),
};
