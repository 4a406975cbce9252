import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const WAYS_IN = /<SignInForm|action=\{joinByInvitationAction\}/g;

it("whoever signs in anywhere finds no entry page of an audit that somebody else left on the device", () => {
  const files = readdirSync("src/app", { recursive: true, encoding: "utf8" });
  const pages = files
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => ({ file, source: readFileSync(path.join("src/app", file), "utf8") }));
  const signingIn = pages.filter(({ source }) => source.search(WAYS_IN) >= 0);
  expect(signingIn.length).toBeGreaterThan(1);
  for (const { file, source } of signingIn) {
    const ways = source.match(WAYS_IN)?.length;
    expect(source.match(/<ForgetPages \/>/g) ?? [], file).toHaveLength(ways ?? 0);
  }
});
