import "server-only";
import { z } from "zod";
import { listAuditFormsAfter } from "@/features/audit-forms/queries/list-audit-forms-after";
import { listBehavioursAfter } from "@/features/behaviours/queries/list-behaviours-after";
import { listEmployeesAfter, listLocationsAfter } from "@/features/people/queries/list-places-after";
import {
  listEncounterTypesAfter,
  listTouchpointsAfter,
} from "@/features/touchpoints/queries/list-journey-after";
import { STAGES } from "@/features/touchpoints/schema";
import { readCursor, writeCursor } from "@/server/api/cursor";
import { defineEndpoint } from "@/server/api/define-endpoint";
import type { Scope } from "@/server/scope";
import { channel, id, localized, page, paging } from "../schemas";

type Listed = { id: string; archivedAt: Date | null };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An endpoint that lists things to know their ids by: all of them, in the order of their ids. */
function listing<T extends Listed>(definition: {
  path: string;
  name: string;
  summary: string;
  schema: z.ZodType;
  read: (scope: Scope, place: { after: string | null; limit: number }) => Promise<T[]>;
}) {
  return defineEndpoint({
    method: "GET",
    path: definition.path,
    name: definition.name,
    tag: "Lists",
    access: "read",
    summary: definition.summary,
    description: "In the order of their ids, archived ones too: they have a past.",
    query: z.object(paging),
    responses: { 200: { description: "A page.", schema: page(definition.schema) } },
    async run({ scope, query: { limit, cursor } }) {
      const [after = null] = cursor === undefined ? [] : readCursor(cursor, [UUID]);
      const rows = await definition.read(scope, { after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        status: 200,
        body: {
          data: shown.map(({ archivedAt, ...row }) => ({ ...row, isArchived: archivedAt !== null })),
          nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null,
        },
      };
    },
  });
}

const isArchived = z
  .boolean()
  .describe("Archived things can be filtered by, but no encounter can be recorded with them.");
const reference = z.string().nullable().describe("Your own key of it.");

export const LISTS = [
  listing({
    path: "/touchpoints",
    name: "listTouchpoints",
    summary: "Touchpoints of the journey",
    schema: z
      .object({ id, name: z.string(), stage: z.enum(STAGES), channel, isCritical: z.boolean(), isArchived })
      .meta({ id: "Touchpoint" }),
    read: listTouchpointsAfter,
  }),
  listing({
    path: "/encounter-types",
    name: "listEncounterTypes",
    summary: "Encounter types",
    schema: z
      .object({ id, name: z.string(), description: z.string().nullable(), isArchived })
      .meta({ id: "EncounterType" }),
    read: listEncounterTypesAfter,
  }),
  listing({
    path: "/employees",
    name: "listEmployees",
    summary: "Employees",
    schema: z
      .object({
        id,
        name: z.string(),
        title: z.string().nullable(),
        externalReference: reference,
        locationId: id,
        teamId: id.nullable(),
        isArchived,
      })
      .meta({ id: "Employee" }),
    read: listEmployeesAfter,
  }),
  listing({
    path: "/locations",
    name: "listLocations",
    summary: "Locations",
    schema: z
      .object({
        id,
        name: z.string(),
        address: z.string().nullable(),
        externalReference: reference,
        parentId: id.nullable().describe("The location it belongs to."),
        isArchived,
      })
      .meta({ id: "Location" }),
    read: listLocationsAfter,
  }),
  listing({
    path: "/behaviours",
    name: "listBehaviours",
    summary: "Behaviours of the service standard",
    schema: z.object({ id, name: localized, description: localized, isArchived }).meta({ id: "Behaviour" }),
    read: listBehavioursAfter,
  }),
  listing({
    path: "/audit-forms",
    name: "listAuditForms",
    summary: "Audit forms",
    schema: z
      .object({
        id,
        name: z.string(),
        currentVersion: z
          .object({ id, number: z.number().int() })
          .nullable()
          .describe("What audits are begun with; null while nothing was published."),
        isArchived,
      })
      .meta({ id: "AuditForm" }),
    read: listAuditFormsAfter,
  }),
];
