import { describe, expect, it } from "vitest";
import { parseDashboardParameters } from "../schema";
import { auditExportHref, auditHref, customersHref } from "./audit-href";

const page = (raw: Record<string, string>, form: string | null = null) => ({
  slug: "shop",
  kind: "mystery" as const,
  form,
  parameters: parseDashboardParameters({ period: "12m", ...raw }, "2026-11-22").parameters,
});
const touchpoint = "01a20110-739c-7748-8eaf-daf172e6a198";

describe("addresses of audit results", () => {
  it("leave a year out and write every other period, three months too", () => {
    expect(auditHref(page({}), "/a")).toBe("/a");
    expect(auditHref(page({ period: "90d" }), "/a")).toBe("/a?period=90d");
    expect(auditHref(page({ period: "custom", from: "2026-01-01", to: "2026-02-01" }), "/a")).toBe(
      "/a?period=custom&from=2026-01-01&to=2026-02-01",
    );
  });

  it("keep the form and the filters, and start the order anew", () => {
    const narrowed = page({ touchpoint, sort: "-score" }, "f");
    expect(auditHref(narrowed, "/a")).toBe(`/a?touchpoint=${touchpoint}&form=f`);
    expect(auditHref(narrowed, "/a", { form: null, sort: "score" })).toBe(
      `/a?touchpoint=${touchpoint}&sort=score`,
    );
    expect(auditExportHref({ ...narrowed, kind: "observation" }, "audit-trend")).toBe(
      `/o/shop/export/audit-trend?touchpoint=${touchpoint}&sort=-score&form=f&kind=observation`,
    );
  });

  it("say the year on pages of customers, where three months are left out", () => {
    expect(customersHref(page({}, "f"), "/touchpoints/t")).toBe("/o/shop/touchpoints/t?period=12m");
    expect(customersHref(page({ period: "90d" }), "/touchpoints/t")).toBe("/o/shop/touchpoints/t?period=90d");
  });
});
