import { z } from "zod";
import { CHANNELS } from "@/features/touchpoints/schema";

/** Building blocks of the API's schemas; those with an id are shared parts of the OpenAPI document. */

export const id = z.uuid();

/** A text that is neither empty nor too long; PostgreSQL refuses one character and halves of others, which nobody types. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\0]*$/, "Must not contain the character U+0000.")
    .refine((given) => given.isWellFormed(), "Must not contain half a character.");

export const email = z.email().max(254).toLowerCase();

export const moment = z.iso.datetime({
  offset: true,
  error: "Give date, time and offset, e.g. 2026-11-21T14:05:00+02:00.",
});
/** Days on which there can be answers: beyond them a database's calendar and JavaScript's part ways. */
export const day = z.iso
  .date({ error: "Give a day, e.g. 2026-11-21." })
  .refine((given) => given >= "1990-01-01" && given < "2200-01-01", "Give a day of 1990 to 2199.");

export const channel = z
  .enum(CHANNELS)
  .meta({ id: "Channel", description: "How customer and employee met." });
export const metric = z
  .enum(["nps", "csat", "ces"])
  .meta({ id: "Metric", description: "nps is scored 0 to 10, csat 1 to 5, ces 1 to 7." });
export const language = z.enum(["fi", "sv", "en"]).describe("The language the customer is asked in.");
export const consent = z
  .enum(["given", "not_asked", "refused"])
  .describe("Whether the customer agreed to be asked. Nobody who refused is sent a survey.");

/** One page of a list: `limit` and where to go on. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(100).describe("How many at most."),
  cursor: z.string().max(500).optional().describe("`nextCursor` of the page before."),
};

export const page = <S extends z.ZodType>(item: S) =>
  z.object({
    data: z.array(item),
    nextCursor: z.string().nullable().describe("Where the next page begins; null on the last one."),
  });

/** What answers can be narrowed by: the dashboard's filters. */
export const dimensionFilters = {
  touchpoint: id.optional().describe("Id of a touchpoint."),
  employee: id.optional().describe("Id of the responsible employee."),
  location: id.optional().describe("Id of a location; those below it count too."),
  channel: channel.optional(),
  encounterType: id.optional().describe("Id of an encounter type."),
  segment: text(80).optional().describe("A customer segment, written as it is stored."),
};

/** A text in the languages it was written in. */
export const localized = z
  .object({ fi: z.string().optional(), sv: z.string().optional(), en: z.string().optional() })
  .meta({ id: "LocalizedText", description: "A text in the languages it was written in." });

export const auditKind = z
  .enum(["mystery", "observation"])
  .meta({ id: "AuditKind", description: "Mystery visits and open observations are never counted together." });

/** What audits can be narrowed by. */
export const auditFilters = {
  touchpoint: dimensionFilters.touchpoint,
  employee: id.optional().describe("Id of the employee named in the audit."),
  location: dimensionFilters.location,
  channel: dimensionFilters.channel,
  encounterType: dimensionFilters.encounterType,
  form: id.optional().describe("Id of an audit form: all its versions count."),
};
