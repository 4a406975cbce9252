import { describe, expect, it } from "vitest";
import { findPasswordWeakness } from "./password-rules";

const owner = { email: "aino.virtanen@example.com", name: "Aino Virtanen" };

describe("findPasswordWeakness", () => {
  it.each(["password123", "Salasana123", "QWERTYUIOP", "aaaaaaaaaaaa", "abcdefghijkl", "9876543210"])(
    "refuses %s, which guessing programs try first",
    (password) => expect(findPasswordWeakness(password, owner)).toBe("passwordCommon"),
  );

  it.each(["aino.virtanen@example.com", "aino.virtanen12", "Aino Virtanen!"])(
    "refuses %s, which is little more than the person's own name",
    (password) => expect(findPasswordWeakness(password, owner)).toBe("passwordPersonal"),
  );

  it.each(["kolme vihreää junaa", "demo-password-1", "xK9#mQ2$vL", "aino.virtanen ja kolme junaa"])(
    "accepts %s",
    (password) => expect(findPasswordWeakness(password, owner)).toBeNull(),
  );
});
