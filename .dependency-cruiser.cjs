/**
 * Who may import whom (docs: DESIGN.md, Layout). Run by `npm run check`; tests/architecture proves that each rule
 * catches what it is for.
 */

/** A feature may import the features of earlier rows, never of its own row or a later one. */
const featureRows = [
  ["organizations"],
  ["api-keys"],
  ["people", "touchpoints"],
  ["behaviours"],
  ["encounters"],
  ["imports"],
  ["answer-imports"],
  ["surveys"],
  ["invitations"],
  ["responses"],
  ["audit-forms"],
  ["audit-programmes"],
  ["audits"],
  ["audit-results"],
  ["evaluation-frameworks"],
  ["evaluation-cycles"],
  ["evaluation-ratings"],
  ["evaluation-reports"],
  ["cases"],
  ["improvement-actions"],
  ["diary"],
  ["peer-feedback"],
  ["recognitions"],
  ["dashboards"],
  ["digests"],
];

const featureDirection = featureRows.flatMap((row, index) =>
  row.map((feature) => {
    const allowed = [feature, ...featureRows.slice(0, index).flat()];
    return {
      name: `direction-of-${feature}`,
      comment: `${feature} may import only ${allowed.join(", ")}.`,
      severity: "error",
      from: { path: `^src/features/${feature}/` },
      to: { path: "^src/features/", pathNot: `^src/features/(${allowed.join("|")})/` },
    };
  }),
);

const tests = "\\.test\\.tsx?$";
const prisma = [
  "^src/generated/prisma/(client|models|internal)",
  "node_modules/@prisma/",
  "node_modules/pg/",
];

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two modules that need each other are one module, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { pathNot: "^src/generated/" } },
    },
    {
      name: "no-unresolved",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(server-only|next/.*|@next/.*)$" },
    },
    {
      name: "no-barrels",
      comment: "index.ts files hide where a thing is and pull everything into every bundle.",
      severity: "error",
      from: {},
      to: { path: "^(src|scripts|tests)/.*/index\\.[jt]sx?$", pathNot: "^src/generated/" },
    },
    {
      name: "nobody-imports-app",
      comment: "src/app holds routes; what others need belongs to a feature.",
      severity: "error",
      from: { pathNot: "^(src/app|tests|e2e)/" },
      to: { path: "^src/app/" },
    },
    {
      name: "nobody-imports-worker",
      comment: "src/worker composes features; what others need belongs to a feature.",
      severity: "error",
      from: { pathNot: "^(src/worker|tests|e2e)/" },
      to: { path: "^src/worker/" },
    },
    ...featureDirection,
    {
      name: "known-features-only",
      comment: "A new feature gets its place in the row above first.",
      severity: "error",
      from: { path: "^src/features/", pathNot: `^src/features/(${featureRows.flat().join("|")})/` },
      to: {},
    },
    {
      name: "metrics-are-pure",
      comment: "A distribution in, a figure out: no framework, database, clock or domain around it.",
      severity: "error",
      from: { path: "^src/metrics/", pathNot: "\\.(test|test-support)\\.ts$" },
      to: { pathNot: ["^src/metrics/", "node_modules/jstat/"] },
    },
    {
      name: "rules-are-pure",
      comment: "A decision is a function of its arguments: no framework, no database.",
      severity: "error",
      from: {
        // Said twice, of a feature and of a part of one: an optional step makes the expression unsafe.
        path: ["^src/features/[^/]+/rules(/|\\.ts)", "^src/features/[^/]+/[^/]+/rules(/|\\.ts)"],
        pathNot: tests,
      },
      to: {
        path: [
          "^src/(app|worker|ui|i18n)/",
          // Words every layer shares, without a database behind them.
          "^src/server/(?!(errors|input|permissions|action-result)\\.ts)",
          "^src/generated/prisma/(client|models|internal)",
          "/(queries|commands|actions|components)(/|\\.tsx?$)",
          "node_modules/(next|next-intl|next-auth|react|react-dom|pg|@prisma|graphile-worker|nodemailer)/",
          "^node:",
          "^(fs|path|crypto|http|https|net|child_process)$",
        ],
      },
    },
    {
      name: "prisma-in-queries-and-commands",
      comment: "Only queries, commands, their SQL fragments and src/server speak to the database.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: [
          "^src/(server|generated)/",
          "^src/worker/(dead-workers|run-worker)\\.ts$",
          "^src/features/[^/]+/(queries|commands)(/|\\.ts$)",
          "^src/features/[^/]+/[^/]+/(queries|commands)(/|\\.ts$)",
          "^src/features/.*-sql\\.ts$",
        ],
      },
      to: { path: prisma, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server-knows-no-feature",
      comment: "src/server is the ground features stand on.",
      severity: "error",
      from: { path: "^src/server/", pathNot: tests },
      to: { path: "^src/(features|app|worker|ui)/" },
    },
    {
      name: "ui-knows-no-domain",
      comment: "src/ui would look the same in another product.",
      severity: "error",
      from: { path: "^src/ui/" },
      to: {
        path: "^src/(features|server|app|worker|metrics|generated)/",
        pathNot: "^src/server/action-result\\.ts$",
      },
    },
    {
      name: "i18n-knows-no-feature",
      comment: "Texts are looked up by features, not the other way round.",
      severity: "error",
      from: { path: "^src/i18n/" },
      to: { path: "^src/(features|app|worker|ui)/" },
    },
    {
      name: "product-imports-no-tests",
      comment: "Factories and tests are not part of the product; the demo's seed may use the factories.",
      severity: "error",
      from: { path: "^src/", pathNot: tests },
      to: { path: "^(tests|e2e|bench)/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^src/generated"] },
    exclude: { path: ["^\\.next", "^\\.data", "^tmp/"] },
    // TypeScript 7 has no JavaScript interface to parse with; swc reads the same syntax.
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css", ".d.ts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
