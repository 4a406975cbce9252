import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": path.resolve("src"),
  // Keeps server code out of browser bundles; there is no bundle here.
  "server-only": path.resolve("tests/server-only.ts"),
};

export default defineConfig({
  resolve: { alias },
  test: {
    // Integration tests wait for databases, mail servers and child processes as often as for the processor.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          env: {
            APP_URL: "http://localhost:3000",
            AUTH_SECRET: "integration-tests-only-0123456789abcdef",
            SMTP_URL: "smtp://127.0.0.1:1",
            MAIL_FROM: "Lastmetre <no-reply@lastmetre.test>",
            LOG_LEVEL: "error",
          },
        },
      },
    ],
  },
});
