import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

/** Pages and route handlers that open to anybody: nothing in their address names an organization or a person. */
const PUBLIC = [
  "(app)/[...missing]/page.tsx",
  "(app)/forgot-password/page.tsx",
  "(app)/page.tsx",
  "(app)/sign-in/page.tsx",
  "api/auth/[...nextauth]/route.ts",
  "api/health/route.ts",
];

/** How a page comes to know whose things it may show. A layout's check protects nothing, so each page has its own. */
const GUARDS: [under: RegExp, guard: RegExp][] = [
  [/\[organization\]/, /\b(requireScope|authorize)\(/],
  [
    /\[token\]/,
    /\b(findRespondent|openAnswerPage|openRaterLink|raterScope|findMemberInvitation|findPasswordReset|findDigestSubscription)\(/,
  ],
  [/^\(app\)\/account\//, /\brequireUser\(/],
  [/^api\/v1\//, /\bhandleApiRequest\(/],
];

const APP = "src/app";
const files = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
  .sort();

/** A page's source with that of the modules beside it which it imports. */
function sourceOf(file: string): string {
  const source = readFileSync(path.join(APP, file), "utf8");
  const beside = [...source.matchAll(/from "(\.\.?\/[^"]+)"/g)].flatMap(([, name = ""]) => {
    const found = path.join(APP, path.dirname(file), name);
    return [".ts", ".tsx"].map((extension) => found + extension).filter((candidate) => existsSync(candidate));
  });
  return [source, ...beside.map((name) => readFileSync(name, "utf8"))].join("\n");
}

it("every page and route handler checks for itself whose things it shows", () => {
  expect(files.length).toBeGreaterThan(30);
  const unguarded = files.filter((file) => {
    const guards = GUARDS.filter(([under]) => under.test(file));
    return guards.length === 0 || !guards.every(([, guard]) => guard.test(sourceOf(file)));
  });
  expect(unguarded).toEqual(PUBLIC);
});
