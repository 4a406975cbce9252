import { expect, test } from "vitest";
import { nomination } from "./schema";

const stranger = (email: string) => ({
  subjectId: "00000000-0000-7000-8000-000000000001",
  raterGroup: "customer",
  name: "Päivi Salo",
  email,
});

test("a stranger is nominated by an address that mail can be sent to", () => {
  expect(nomination.safeParse(stranger(" Paivi@Example.test ")).data?.email).toBe("paivi@example.test");
  const refused = nomination.safeParse(stranger("ei-osoite"));
  expect(refused.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([["email", "email"]]);
});

test("an address left empty is for the command to ask for", () => {
  expect(nomination.safeParse(stranger("")).success).toBe(true);
});
