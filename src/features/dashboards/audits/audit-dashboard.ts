import "server-only";
import { type AuditedForm, listAuditedForms } from "@/features/audit-results/queries/list-audited-forms";
import type { AuditSlice } from "@/features/audit-results/schema";
import type { AuditKind } from "@/features/audits/schema";
import type { Scope } from "@/server/scope";
import type { DashboardChoices } from "../choices";
import { type DashboardAddress, dropUnknownFilters, listPageChoices } from "../dashboard";
import { type Period, resolvePeriod, todayIn } from "../periods";
import {
  type DashboardParameters,
  type Dimension,
  type ParameterName,
  parseDashboardParameters,
  type RawSearchParameters,
} from "../schema";

/** Visits are few: a year of them where answers are shown for three months. */
export const AUDIT_PERIOD = "12m";

/** What audits can be filtered by besides the form; they have no customer, so no segment. */
export const AUDIT_FILTERS: readonly Dimension[] = [
  "touchpoint",
  "location",
  "employee",
  "channel",
  "encounterType",
];

/** Everything the parts of one page of audit results agree on: like Dashboard, of audits of one kind. */
export type AuditDashboard = DashboardAddress & {
  scope: Scope;
  kind: AuditKind;
  parameters: DashboardParameters;
  /** The form the page is narrowed to. */
  form: string | null;
  ignored: (ParameterName | "form")[];
  today: string;
  period: Period;
  slice: AuditSlice;
  choices: DashboardChoices;
  /** The forms with audits in the period, and the one chosen. */
  forms: AuditedForm[];
};

const NO_CHOICES: DashboardChoices = {
  locations: [],
  touchpoints: [],
  employees: [],
  hasAllEmployees: true,
  encounterTypes: [],
  segments: [],
};

/** Reads the address of a page of audit results within a scope; filters that do not exist there are ignored, and said to be. */
export async function openAuditDashboard(
  scope: Scope,
  address: DashboardAddress,
  kind: AuditKind,
  raw: RawSearchParameters,
): Promise<AuditDashboard> {
  const today = todayIn(scope.now, scope.timeZone);
  const hasPeriod = [raw.period, raw.from, raw.to].some((value) => value !== undefined && value !== "");
  const read = parseDashboardParameters(hasPeriod ? raw : { ...raw, period: AUDIT_PERIOD }, today);
  const period = read.ignored.includes("period") ? AUDIT_PERIOD : read.parameters.period;
  const { segment, ...asked } = read.parameters.filters;
  const parsed = {
    parameters: { ...read.parameters, period, filters: asked },
    ignored: segment === undefined ? read.ignored : [...read.ignored, "segment" as const],
  };
  // Consultants see their own work; the organization's places and people are not theirs to choose from.
  const choices = scope.role === "consultant" ? NO_CHOICES : await listPageChoices(scope, [asked.employee]);
  const { filters, ignored } = dropUnknownFilters(parsed, choices, {});
  const resolved = resolvePeriod(period, scope.now, scope.timeZone);
  const unnarrowed: AuditSlice = { kind, from: resolved.from, to: resolved.to, filters };
  const forms = await listAuditedForms(scope, unnarrowed);
  const askedForm = typeof raw.form === "string" && raw.form !== "" ? raw.form : null;
  const isKnown = forms.some(
    ({ id, visits }) => id === askedForm && (scope.role !== "consultant" || visits > 0),
  );
  const form = isKnown ? askedForm : null;
  return {
    ...address,
    scope,
    kind,
    parameters: { ...parsed.parameters, filters },
    form,
    ignored: askedForm !== null && form === null ? [...ignored, "form"] : ignored,
    today,
    period: resolved,
    slice: form === null ? unnarrowed : { ...unnarrowed, filters: { ...filters, form } },
    choices,
    forms: forms.filter(({ id, visits }) => visits > 0 || id === form),
  };
}

/** The form whose items a page shows: the chosen one, else the one most visits were made with; null without any. */
export function shownForm({ form, forms }: Pick<AuditDashboard, "form" | "forms">): AuditedForm | null {
  const chosen = forms.find(({ id }) => id === form);
  return (
    chosen ??
    forms.reduce<AuditedForm | null>((most, one) => (one.visits > (most?.visits ?? 0) ? one : most), null)
  );
}
