import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { findDimensionNames } from "@/features/dashboards/queries/find-dimension-names";
import { listResponses } from "@/features/dashboards/queries/list-responses";
import type { DimensionFilters } from "@/features/dashboards/schema";
import type { Scope } from "@/server/scope";
import type { Cast } from "../cast";
import { type Lines, line, type Observed } from "../line";
import type { Place } from "../makers";

const EVER = { from: new Date("2000-01-01"), to: new Date("2100-01-01") };
const filters: ((of: Cast, place: Place) => DimensionFilters)[] = [
  (_of, { locationId }) => ({ location: locationId }),
  (_of, { employeeId }) => ({ employee: employeeId }),
];
const shared: ((of: Cast) => DimensionFilters)[] = [
  ({ touchpointId }) => ({ touchpoint: touchpointId }),
  ({ encounterTypeId }) => ({ encounterType: encounterTypeId }),
];
const listed = (scope: Scope, narrowed: DimensionFilters) =>
  listResponses(scope, { ...EVER, filters: narrowed }, { after: null, limit: 100_000 });
const something = ({ result, error }: Observed) => {
  if (error) throw error;
  expect(result).not.toHaveLength(0);
};

export const apiReads: Lines = {
  findDimensionNames: line({
    given: (_of, place) => ({ id: place.employeeId }),
    call: (scope, { id }) => findDimensionNames(scope, { employee: [id], touchpoint: [uuidv7()] }),
    own: "shows",
    foreign: "nothing",
    limited: "nothing",
  }),
  listResponses: [
    line({
      given: async (of, place) => ({ id: (await of.newAnswer(place)).response.id }),
      call: (scope) => listResponses(scope, { ...EVER, filters: {} }, { after: null, limit: 100_000 }),
      own: "shows",
      foreign: "hides",
      limited: "hides",
      employee: "hides",
    }),
    ...filters.map((narrow) =>
      line({
        given: (of, place) => narrow(of, place),
        call: Object.assign(listed, { toString: () => "listResponses" }),
        own: something,
        foreign: "nothing",
        limited: "nothing",
        employee: "nothing",
      }),
    ),
    ...shared.map((narrow) =>
      line({
        given: (of) => narrow(of),
        call: Object.assign(listed, { toString: () => "listResponses" }),
        own: something,
        foreign: "nothing",
      }),
    ),
  ],
};
