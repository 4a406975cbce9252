import "server-only";
import { z } from "zod";
import { AUDIT_ITEM_KINDS } from "@/features/audit-forms/schema";
import { getExportedAudit } from "@/features/audits/export/queries/get-exported-audit";
import { listAuditsAfter } from "@/features/audits/export/queries/list-audits-after";
import type { ExportedAudit, ExportedItem } from "@/features/audits/export/schema";
import { startOfDay } from "@/features/dashboards/figures/metric-points";
import { readCursor, writeCursor } from "@/server/api/cursor";
import { defineEndpoint } from "@/server/api/define-endpoint";
import { readFilters } from "../filters";
import { auditFilters, auditKind, channel, day, id, localized, page, paging } from "../schemas";

const score = z.number().nullable().describe("Per cent, unrounded; null when nothing applied.");
const appeals = z.object({
  open: z.number().int(),
  upheld: z.number().int(),
  changed: z.number().int().describe("Decided appeals that changed an answer; the score is the one after."),
});

const audit = {
  id,
  kind: auditKind,
  visitStartedAt: z.iso.datetime(),
  visitEndedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime(),
  score,
  isFailed: z.boolean().describe("A critical item was failed: the verdict, whatever the score."),
  sections: z.array(z.object({ key: z.string(), title: localized, weight: z.number(), score })),
  formId: id,
  formVersionId: id,
  formVersion: z.number().int(),
  programmeId: id.nullable(),
  touchpointId: id,
  locationId: id,
  employeeId: id.nullable().describe("Null also where the staff had not been informed of audits."),
  encounterTypeId: id.nullable(),
  channel,
  auditorId: id.nullable().describe("The member who made it, by an id that tells auditors apart."),
  doubleVisitId: id.nullable().describe("Shared by audits of one visit by two auditors."),
  timesReturned: z.number().int().describe("How often the reviewer sent it back."),
  appeals,
};
const auditShape = z.object(audit).meta({ id: "Audit" });

const item = z.object({
  key: z.string(),
  sectionKey: z.string(),
  text: localized,
  kind: z.enum(AUDIT_ITEM_KINDS),
  behaviourId: id.nullable(),
  about: z.enum(["employee", "customer"]).describe("Items about the customer are never scored."),
  weight: z.number(),
  isCritical: z.boolean(),
  isBonus: z.boolean(),
  result: z.enum(["passed", "failed", "recorded", "not_applicable", "unanswered"]),
  number: z.number().nullable().describe("yes_no: 1 is yes; number; duration in seconds; photos counted."),
  optionKeys: z.array(z.string()),
  answerText: z.string().nullable().describe("What was written in answer to a text."),
  comment: z.string().nullable(),
  earned: z.number().nullable().describe("Points before the weight; null where nothing was scored."),
  possible: z.number().nullable(),
  photos: z.number().int(),
});
const auditDetails = z
  .object({
    ...audit,
    summary: z.string().nullable(),
    strengths: z.string().nullable(),
    suggestions: z.string().nullable(),
    items: z.array(item),
  })
  .meta({ id: "AuditDetails" });

export const getAudits = defineEndpoint({
  method: "GET",
  path: "/audits",
  name: "listAudits",
  tag: "Audits",
  access: "read",
  summary: "Published audits",
  description:
    "In the order in which they became open to the whole organization, which is when programs see them: following `nextCursor` reads every audit once, and what is published meanwhile comes last. An appeal can change a score later; read the last weeks again to keep a copy up to date. Mystery visits and observations are never to be counted together.",
  query: z.object({
    kind: auditKind.optional(),
    from: day.optional().describe("First day of the visit."),
    to: day.optional().describe("The first day of the visit that no longer counts."),
    ...auditFilters,
    ...paging,
  }),
  problems: ["invalid-content"],
  responses: { 200: { description: "A page of audits.", schema: page(auditShape) } },
  async run({ scope, query }) {
    const { location, ...filters } = await readFilters(scope, query);
    const rows = await listAuditsAfter(
      scope,
      {
        ...filters,
        kind: query.kind,
        form: query.form?.toLowerCase(),
        withinLocation: location,
        from: query.from ? startOfDay(query.from, scope.timeZone) : undefined,
        to: query.to ? startOfDay(query.to, scope.timeZone) : undefined,
      },
      { after: readPlace(query.cursor), limit: query.limit + 1 },
    );
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const nextCursor =
      rows.length > query.limit && last ? writeCursor([last.othersFrom.toISOString(), last.id]) : null;
    return { status: 200, body: { data: shown.map(writeAudit), nextCursor } };
  },
});

export const getAudit = defineEndpoint({
  method: "GET",
  path: "/audits/{id}",
  name: "getAudit",
  tag: "Audits",
  access: "read",
  summary: "A published audit with its answers",
  parameters: z.object({ id }),
  responses: { 200: { description: "The audit.", schema: auditDetails } },
  async run({ scope, path }) {
    const found = await getExportedAudit(scope, path.id.toLowerCase());
    const { summary, strengths, suggestions } = found;
    return {
      status: 200,
      body: { ...writeAudit(found), summary, strengths, suggestions, items: found.items.map(writeItem) },
    };
  },
});

/** As `toISOString` writes it: no month, day or hour that does not exist anywhere. */
const MOMENT = /^(19|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readPlace(cursor: string | undefined) {
  if (cursor === undefined) return null;
  const [moment, auditId] = readCursor(cursor, [MOMENT, UUID]);
  return { othersFrom: new Date(moment as string), id: auditId as string };
}

function writeAudit(found: ExportedAudit) {
  const { id: auditId, kind, score: total, isFailed, sections, channel: way, doubleVisitId } = found;
  return {
    id: auditId,
    kind,
    visitStartedAt: found.visitStartedAt.toISOString(),
    visitEndedAt: found.visitEndedAt?.toISOString() ?? null,
    publishedAt: found.publishedAt.toISOString(),
    score: total,
    isFailed,
    sections,
    formId: found.form.id,
    formVersionId: found.form.versionId,
    formVersion: found.form.version,
    programmeId: found.programme?.id ?? null,
    touchpointId: found.touchpoint.id,
    locationId: found.location.id,
    employeeId: found.employee?.id ?? null,
    encounterTypeId: found.encounterType?.id ?? null,
    channel: way,
    auditorId: found.auditor?.memberId ?? null,
    doubleVisitId,
    timesReturned: found.timesReturned,
    appeals: found.appeals,
  };
}

function writeItem({ item: asked, sectionKey, result, answer, photos }: ExportedItem) {
  const isWeighed = "weight" in asked;
  return {
    key: asked.key,
    sectionKey,
    text: asked.text,
    kind: asked.kind,
    behaviourId: asked.behaviourId,
    about: asked.about,
    weight: isWeighed ? asked.weight : 0,
    isCritical: isWeighed && asked.isCritical,
    isBonus: isWeighed && asked.isBonus,
    result,
    number: answer?.number ?? null,
    optionKeys: answer?.optionKeys ?? [],
    answerText: answer?.text ?? null,
    comment: answer?.comment ?? null,
    earned: answer?.earned ?? null,
    possible: answer?.possible ?? null,
    photos,
  };
}
