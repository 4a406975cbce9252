import { expect, test } from "vitest";
import { listInput, optionalText, requiredText, wholeNumber } from "./input";

test("a text with the character that PostgreSQL refuses is wrong input; a search with it finds everything", () => {
  expect(requiredText().safeParse("a\0b").error?.issues[0]?.message).toBe("invalidValue");
  expect(optionalText().safeParse("a\0b").error?.issues[0]?.message).toBe("invalidValue");
  expect(listInput.parse({ q: "a\0b" })).toEqual({ q: "", page: 1 });
});

test("every other text is taken, trimmed", () => {
  const text = "Äiti\n<b>&\u{1F600}\t'";
  expect(requiredText().parse(` ${text} `)).toBe(text);
  expect(optionalText().parse(` ${text} `)).toBe(text);
  expect(optionalText().parse(" ")).toBeNull();
  expect(listInput.parse({ q: " 100 % " }).q).toBe("100 %");
});

test("a number out of bounds is not called no number", () => {
  const codeOf = (text: string) => wholeNumber(3, 20).safeParse(text).error?.issues[0];
  expect(codeOf("x")?.message).toBe("number");
  expect(codeOf("3.5")?.message).toBe("wholeNumber");
  expect(codeOf("2")).toMatchObject({ code: "too_small", minimum: 3 });
  expect(codeOf("2")?.message).not.toBe("number");
});
