// Prisma's command line looks for a native schema engine before anything else and tries to download one.
// `generate`, `validate` and `format` never call it, so any executable satisfies the look-up and they work offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
