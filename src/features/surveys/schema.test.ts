import { expect, test } from "vitest";
import { localizedText } from "@/server/input";

test("a wording with the character that PostgreSQL refuses is wrong input, every other is taken, trimmed", () => {
  const refused = localizedText.safeParse({ fi: "Kiitos", sv: "Tack\0" }).error?.issues;
  expect(refused).toMatchObject([{ path: ["sv"], message: "invalidValue" }]);
  expect(localizedText.parse({ fi: " Kiitos\n\u{1F600} ", en: "" })).toEqual({
    fi: "Kiitos\n\u{1F600}",
    en: "",
  });
});
