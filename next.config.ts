import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { COMMON_SECURITY_HEADERS, RATER_POLICY, RESPONDENT_POLICY } from "./src/server/security-headers";

/** The headers of pages for people without an account, which differ in what may run in them. */
const publicHeaders = (policy: string) =>
  Object.entries({ "content-security-policy": policy, ...COMMON_SECURITY_HEADERS }).map(([key, value]) => ({
    key,
    value,
  }));

const nextConfig: NextConfig = {
  // The end-to-end tests build beside the demo and the developer's own build.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // Respondents' pages need no nonce, so they need no run of src/proxy.ts either.
  headers: async () => [
    { source: "/s/((?!preview/).*)", headers: publicHeaders(RESPONDENT_POLICY) },
    { source: "/r/:path*", headers: publicHeaders(RATER_POLICY) },
    // It lies beside no page, and is registered for one page of an audit's entry at a time.
    { source: "/entry-worker.js", headers: [{ key: "service-worker-allowed", value: "/o/" }] },
  ],
  reactStrictMode: true,
  // Types are checked by `npm run check`, tests and scripts included; a server that only builds need not have them all.
  typescript: { ignoreBuildErrors: true },
  // Native modules and database drivers are required at run time, never bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "graphile-worker",
    // Reads data of its own beside its source.
    "pdfkit",
    "pg",
    "sharp",
  ],
  // Read by their names when a report is written, which no import tells.
  outputFileTracingIncludes: {
    "/o/*/audits/*/report.pdf": ["./node_modules/@fontsource/source-sans-3/files/*-{400,600}-normal.woff"],
    "/o/*/evaluation-reports/*/report.pdf": [
      "./node_modules/@fontsource/source-sans-3/files/*-{400,600}-normal.woff",
    ],
  },
  experimental: {
    // CSV imports are uploaded through a server action.
    serverActions: { bodySizeLimit: "12mb" },
    proxyClientMaxBodySize: "12mb",
  },
};

export default createNextIntlPlugin("./src/i18n/request.ts")(nextConfig);
