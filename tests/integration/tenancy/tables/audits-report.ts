import { expect } from "vitest";
import { listAuditFormsAfter } from "@/features/audit-forms/queries/list-audit-forms-after";
import { getExportedAudit } from "@/features/audits/export/queries/get-exported-audit";
import { listAuditsAfter } from "@/features/audits/export/queries/list-audits-after";
import { listExportedItems } from "@/features/audits/export/queries/list-exported-items";
import { getAuditPdf } from "@/features/audits/queries/get-audit-pdf";
import { getAuditReport } from "@/features/audits/queries/get-audit-report";
import { listBehavioursAfter } from "@/features/behaviours/queries/list-behaviours-after";
import { newAudit } from "../audit-rows";
import type { Cast } from "../cast";
import { type Lines, line, type Observed } from "../line";
import type { Place } from "../makers";

const published = (of: Cast, place: Place) => newAudit(of, place);
const ALL = { after: null, limit: 100_000 };

/** Found by whoever may see it; nobody is told that another's exists. */
const guarded = { foreign: "not found", limited: "not found", employee: "not found" } as const;
const listed = { own: "shows", foreign: "hides", limited: "hides", employee: "hides" } as const;
const narrowed = { foreign: "nothing", limited: "nothing", employee: "nothing" } as const;

const isPdf = ({ result, error }: Observed) => {
  if (error) throw error;
  const { content, fileName } = result as Awaited<ReturnType<typeof getAuditPdf>>;
  expect(new TextDecoder().decode(content.subarray(0, 5))).toBe("%PDF-");
  expect(fileName).toMatch(/^audit-report-\d{4}-\d\d-\d\d-[0-9a-f]{6}\.pdf$/);
};

export const auditsReport: Lines = {
  getAuditReport: line({
    given: published,
    call: (scope, { auditId }) => getAuditReport(scope, auditId),
    own: "shows",
    ...guarded,
  }),
  getAuditPdf: [
    line({
      given: published,
      call: (scope, { auditId }) => getAuditPdf(scope, auditId, "en"),
      own: isPdf,
      ...guarded,
    }),
    line({
      // Begun, and nobody's report yet: not even its auditor's.
      given: (of, place) => newAudit(of, place, "draft"),
      as: "consultant",
      call: (scope, { auditId }) => getAuditPdf(scope, auditId, "en"),
      own: "not found",
      foreign: "not found",
    }),
  ],
  getExportedAudit: line({
    given: published,
    call: (scope, { auditId }) => getExportedAudit(scope, auditId),
    own: "shows",
    ...guarded,
  }),
  listAuditsAfter: [
    line({ given: published, call: (scope) => listAuditsAfter(scope, {}, ALL), ...listed }),
    line({
      given: async (of, place) => ({ ...(await published(of, place)), ...place }),
      call: (scope, { locationId, employeeId }) =>
        listAuditsAfter(scope, { withinLocation: locationId, employee: employeeId }, ALL),
      own: "shows",
      ...narrowed,
    }),
    line({
      given: published,
      call: (scope, { form }) => listAuditsAfter(scope, { form: form.id }, ALL),
      own: "shows",
      foreign: "nothing",
    }),
  ],
  listExportedItems: line({
    given: published,
    call: (scope, { auditId }) => listExportedItems(scope, [auditId]),
    own: ({ result }) => expect((result as Map<string, unknown>).size).toBe(1),
    foreign: ({ result }) => expect((result as Map<string, unknown>).size).toBe(0),
    limited: ({ result }) => expect((result as Map<string, unknown>).size).toBe(0),
    employee: ({ result }) => expect((result as Map<string, unknown>).size).toBe(0),
  }),
};

/** Lists that programs read page by page. */
export const auditReads: Record<"behaviours" | "auditForms", Lines> = {
  behaviours: {
    listBehavioursAfter: line({
      given: (of) => of.newBehaviour(),
      call: (scope) => listBehavioursAfter(scope, ALL),
      own: "shows",
      foreign: "hides",
    }),
  },
  auditForms: {
    listAuditFormsAfter: line({
      given: async (of, place) => ({ id: (await newAudit(of, place)).form.id }),
      call: (scope) => listAuditFormsAfter(scope, ALL),
      own: "shows",
      foreign: "hides",
    }),
  },
};
