import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gzipPieces, prepareLiteral } from "./gzip-pieces";

const unpack = (pieces: Parameters<typeof gzipPieces>[0]) => gunzipSync(gzipPieces(pieces)).toString();

test("pieces in any order unpack to their texts, one after the other", () => {
  const page = prepareLiteral("<p>Hyvää päivää €👍</p>".repeat(300));
  const end = prepareLiteral("</html>");
  expect(unpack([page, "token", page, "ä", end])).toBe(`${page.plain}token${page.plain}ä</html>`);
  expect(unpack(["first", end, page])).toBe(`first</html>${page.plain}`);
});

test("nothing, an empty piece and a text longer than a block", () => {
  expect(unpack([])).toBe("");
  expect(unpack(["", prepareLiteral(""), "x"])).toBe("x");
  const long = "0123456789".repeat(20_000);
  expect(unpack([long, prepareLiteral(long)])).toBe(long + long);
});

test("a literal is as small as compressing makes it", () => {
  expect(gzipPieces([prepareLiteral("a".repeat(10_000))]).length).toBeLessThan(100);
});
