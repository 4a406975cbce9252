import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const nextConfig: NextConfig = {
  // The end-to-end tests build beside the demo and the developer's own build.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`, tests and scripts included; a server that only builds need not have them all.
  typescript: { ignoreBuildErrors: true },
  // Native modules and database drivers are required at run time, never bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "graphile-worker",
    "pg",
    "sharp",
  ],
  experimental: {
    // CSV imports are uploaded through a server action.
    serverActions: { bodySizeLimit: "12mb" },
    proxyClientMaxBodySize: "12mb",
  },
};

export default createNextIntlPlugin("./src/i18n/request.ts")(nextConfig);
