import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Every page there is, by who opens it. `{…}` are filled with ids found on the way. */
const PAGES = {
  signedOut: [
    "/sign-in",
    "/forgot-password",
    "/reset-password/wrong-token-here",
    "/accept-invitation/wrong-token-here",
    "/digest/wrong-token-here",
    "/api/v1/docs",
  ],
  "owner@demo.test": [
    "/account",
    "/o/kotikulma",
    "/o/kotikulma?period=7d",
    "/o/kotikulma/digest/preview",
    "/o/kotikulma/touchpoints",
    "/o/kotikulma/touchpoints/{touchpoint}",
    "/o/kotikulma/employees",
    "/o/kotikulma/employees/{employee}",
    "/o/kotikulma/locations",
    "/o/kotikulma/locations/{location}",
    "/o/kotikulma/comments",
    "/o/kotikulma/comments?q=jono",
    "/o/kotikulma/audits?tab=review",
    "/o/kotikulma/audits?tab=returned",
    "/o/kotikulma/audits?tab=published",
    "/o/kotikulma/audits?tab=mine",
    "/o/kotikulma/audits/{submitted}/review",
    "/o/kotikulma/audits/observe",
    "/o/kotikulma/audits/{audit}",
    "/o/kotikulma/programmes",
    "/o/kotikulma/programmes/new",
    "/o/kotikulma/programmes/{programme}",
    "/o/kotikulma/programmes/{programme}?tab=plan",
    "/o/kotikulma/programmes/{programme}?tab=briefing",
    "/o/kotikulma/programmes/{programme}?tab=settings",
    "/o/kotikulma/assignments",
    "/o/kotikulma/audit-results",
    "/o/kotikulma/audit-results?sort=-score",
    "/o/kotikulma/audit-results/items",
    "/o/kotikulma/audit-results/consultants",
    "/o/kotikulma/audit-results/observation",
    "/o/kotikulma/evaluations",
    "/o/kotikulma/evaluation-cycles",
    "/o/kotikulma/evaluation-cycles/new",
    "/o/kotikulma/evaluation-cycles/{cycle}",
    "/o/kotikulma/evaluation-cycles/{cycle}?tab=add",
    "/o/kotikulma/evaluation-cycles/{cycle}?tab=settings",
    "/o/kotikulma/encounters",
    "/o/kotikulma/encounters/new",
    "/o/kotikulma/encounters/{encounter}",
    "/o/kotikulma/imports/new?kind=encounters",
    "/o/kotikulma/imports/answers/new",
    "/o/kotikulma/customers",
    "/o/kotikulma/customers/{customer}",
    "/o/kotikulma/surveys",
    "/o/kotikulma/surveys/new",
    "/o/kotikulma/surveys/{survey}",
    "/o/kotikulma/surveys/{survey}/results",
    "/o/kotikulma/audit-forms",
    "/o/kotikulma/audit-forms/new",
    "/o/kotikulma/audit-forms/{auditForm}",
    "/o/kotikulma/audit-forms/{auditForm}/versions/1",
    "/o/kotikulma/audit-forms/{auditForm}/compare?from=1&to=draft&shows=all",
    "/o/kotikulma/evaluation-frameworks",
    "/o/kotikulma/evaluation-frameworks/new",
    "/o/kotikulma/evaluation-frameworks/{framework}",
    "/o/kotikulma/evaluation-frameworks/{framework}/versions/1",
    "/o/kotikulma/settings/journey",
    "/o/kotikulma/settings/encounter-types",
    "/o/kotikulma/settings/behaviours",
    "/o/kotikulma/settings/locations",
    "/o/kotikulma/settings/teams",
    "/o/kotikulma/settings/employees",
    "/o/kotikulma/settings/organization",
    "/o/kotikulma/settings/members",
    "/o/kotikulma/settings/api",
    "/o/kotikulma/settings/activity",
    "/o/saimaan-tilit",
    "/o/saimaan-tilit/setup",
    "/o/saimaan-tilit/encounters",
    "/o/saimaan-tilit/surveys",
    "/o/saimaan-tilit/customers",
    "/o/kotikulma/feedback",
    "/o/kotikulma/recognition",
    "/o/kotikulma/recognition/new",
    "/o/kotikulma/diary/shared",
    "/o/kotikulma/improvement-actions",
    "/o/kotikulma/improvement-actions?tab=ended",
    "/o/kotikulma/improvement-actions/new",
    "/o/kotikulma/improvement-actions/{improvementAction}",
    "/o/kotikulma/improvement-actions/{improvementAction}/edit",
    "/o/kotikulma/evaluations/{evaluated}",
    "/o/kotikulma/evaluation-cycles/{releasedCycle}",
    "/o/kotikulma/evaluation-cycles/{releasedCycle}/cohort",
    "/o/kotikulma/evaluation-reports/{report}",
  ],
  "employee@demo.test": [
    "/o/kotikulma",
    "/o/kotikulma/evaluations",
    "/o/kotikulma/evaluation-reports/{ownReport}",
    "/o/kotikulma/feedback/requests/{feedbackRequest}",
    "/o/kotikulma/encounters",
    "/o/kotikulma/encounters/new",
    "/o/kotikulma/audits",
    "/o/kotikulma/audits/{audit}",
    "/o/kotikulma/feedback",
    "/o/kotikulma/feedback?tab=asked",
    "/o/kotikulma/feedback?tab=given",
    "/o/kotikulma/feedback/ask",
    "/o/kotikulma/feedback/new",
    "/o/kotikulma/recognition",
    "/o/kotikulma/recognition?tab=mine",
    "/o/kotikulma/recognition/new",
    "/o/kotikulma/diary",
    "/o/kotikulma/diary/new",
    "/o/kotikulma/diary/patterns",
    "/o/kotikulma/diary/shared",
    "/o/kotikulma/diary/{diaryEntry}",
    "/o/kotikulma/diary/{diaryEntry}/edit",
  ],
  "consultant@demo.test": [
    "/o/kotikulma",
    "/o/kotikulma/assignments/{assignment}",
    "/o/kotikulma/assignments/conflicts",
    "/o/kotikulma/audits",
    "/o/kotikulma/audit-results/consultants",
    "/o/kotikulma/recognition",
  ],
};

/** Where the first link of a kind is found: on a list of such things, or by the beginning of the link on some page. */
const LISTS: Record<string, string | { on: string; link: string; row?: RegExp }> = {
  touchpoint: "/o/kotikulma/touchpoints",
  employee: "/o/kotikulma/employees",
  location: "/o/kotikulma/locations",
  encounter: "/o/kotikulma/encounters",
  customer: "/o/kotikulma/customers",
  survey: "/o/kotikulma/surveys",
  audit: "/o/kotikulma/audits?tab=published",
  submitted: "/o/kotikulma/audits?tab=review",
  auditForm: "/o/kotikulma/audit-forms",
  framework: "/o/kotikulma/evaluation-frameworks",
  cycle: "/o/kotikulma/evaluation-cycles",
  programme: "/o/kotikulma/programmes",
  improvementAction: "/o/kotikulma/improvement-actions",
  diaryEntry: "/o/kotikulma/diary",
  assignment: "/o/kotikulma/assignments",
  evaluated: { on: "/o/kotikulma/evaluation-cycles/{cycle}", link: "/o/kotikulma/evaluations" },
  releasedCycle: {
    on: "/o/kotikulma/evaluation-cycles",
    link: "/o/kotikulma/evaluation-cycles",
    row: /Raportit julkaistu|Reports released/,
  },
  report: { on: "/o/kotikulma/evaluations", link: "/o/kotikulma/evaluation-reports" },
  ownReport: { on: "/o/kotikulma/evaluations", link: "/o/kotikulma/evaluation-reports" },
  feedbackRequest: { on: "/o/kotikulma/feedback?tab=asked", link: "/o/kotikulma/feedback/requests" },
};

/** Replaces {touchpoint} … by the first id its list links to; `known` holds those found before. */
export async function fillIds(page: Page, path: string, known: Map<string, string>): Promise<string> {
  const name = path.match(/\{(\w+)\}/)?.[1];
  if (!name) return path;
  if (!known.has(name)) known.set(name, await findId(page, name, known));
  return path.replace(`{${name}}`, known.get(name) as string);
}

async function findId(page: Page, name: string, known: Map<string, string>): Promise<string> {
  const list = LISTS[name];
  if (list === undefined) throw new Error(`nothing says where to find {${name}}`);
  const { on, link: start, row } = typeof list === "string" ? { on: list, link: list, row: undefined } : list;
  await page.goto(await fillIds(page, on, known));
  const rows = row ? page.locator("main tr").filter({ hasText: row }) : page.locator("main");
  const link = rows.locator(`a[href*="${start.split("?")[0]}/"]`);
  await expect(link.first()).toBeVisible();
  const hrefs = await link.evaluateAll((anchors) =>
    anchors.map((anchor) => anchor.getAttribute("href") ?? ""),
  );
  const id = hrefs.map((href) => href.match(/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0]).find(Boolean);
  expect(id, `an id on ${on}`).toBeTruthy();
  return id as string;
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("h1").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

export async function expectNoOverflow(page: Page, path: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `sideways overflow of ${path}`).toBeLessThanOrEqual(0);
}

/** Every page of everybody, some at a time: what a fault hides is then little. */
const PAGES_AT_ONCE = 16;
export const VISITS = Object.entries(PAGES).flatMap(([who, paths]) =>
  Array.from({ length: Math.ceil(paths.length / PAGES_AT_ONCE) }, (_, part) => {
    const some = paths.slice(part * PAGES_AT_ONCE, (part + 1) * PAGES_AT_ONCE);
    return { who, paths: some, title: `${who}: ${some[0]} and ${some.length - 1} more` };
  }),
);
