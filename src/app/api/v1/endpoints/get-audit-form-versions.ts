import "server-only";
import { z } from "zod";
import { getAuditFormVersion } from "@/features/audit-forms/queries/get-audit-form-version";
import { AUDIT_ITEM_KINDS, type AuditFormItem } from "@/features/audit-forms/schema";
import { defineEndpoint } from "@/server/api/define-endpoint";
import { id, localized } from "../schemas";

const item = z.object({
  key: z.string(),
  text: localized,
  kind: z.enum(AUDIT_ITEM_KINDS),
  behaviourId: id.nullable(),
  about: z.enum(["employee", "customer"]),
  weight: z.number().describe("Within its section; 0 is recorded, not scored."),
  isCritical: z.boolean(),
  isBonus: z.boolean(),
  options: z
    .array(z.object({ key: z.string(), text: localized, points: z.number() }))
    .describe("What can be chosen; empty for kinds without options."),
});

const version = z
  .object({
    id,
    formId: id,
    formName: z.string(),
    number: z.number().int(),
    isCapped: z.boolean().describe("The total is never above 100, whatever the bonus."),
    sections: z.array(
      z.object({ key: z.string(), title: localized, weight: z.number(), items: z.array(item) }),
    ),
  })
  .meta({ id: "AuditFormVersion" });

export const getFormVersion = defineEndpoint({
  method: "GET",
  path: "/audit-form-versions/{id}",
  name: "getAuditFormVersion",
  tag: "Audits",
  access: "read",
  summary: "What an audit was judged by",
  description: "A published version never changes; `formVersionId` of an audit leads here.",
  parameters: z.object({ id }),
  responses: { 200: { description: "The version.", schema: version } },
  async run({ scope, path }) {
    const { definition, ...found } = await getAuditFormVersion(scope, path.id.toLowerCase());
    const sections = definition.sections.map(({ key, title, weight, items }) => ({
      key,
      title,
      weight,
      items: items.map(write),
    }));
    return { status: 200, body: { ...found, isCapped: definition.isCapped, sections } };
  },
});

function write(asked: AuditFormItem) {
  const { key, text, kind, behaviourId, about } = asked;
  const isWeighed = "weight" in asked;
  return {
    key,
    text,
    kind,
    behaviourId,
    about,
    weight: isWeighed ? asked.weight : 0,
    isCritical: isWeighed && asked.isCritical,
    isBonus: isWeighed && asked.isBonus,
    options: "options" in asked ? asked.options : [],
  };
}
