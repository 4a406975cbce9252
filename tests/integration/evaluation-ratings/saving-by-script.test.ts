import { beforeAll, expect, test } from "vitest";
import { POST } from "@/app/(respondent)/r/[token]/[rating]/answers/route";
import { sendRating } from "@/features/evaluation-ratings/commands/send-rating";
import { getOwnAnswers } from "@/features/evaluation-ratings/queries/get-own-answers";
import { setUpTestDatabase } from "../../database";
import { createCycle, createRating, createSubject } from "../../factories/evaluations";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let rating: { id: string; raterId: string; token: string | null };
beforeAll(async () => {
  small = await createSmallOrganization();
  const cycle = await createCycle(small.scope, {});
  const subject = await createSubject(small.scope, cycle, { employeeId: small.attribution.employeeId });
  rating = await createRating(small.scope, subject, { group: "peer", status: "approved" });
});

async function post(token: string, id: string, fields: Record<string, string> | string) {
  const body = typeof fields === "string" ? fields : new FormData();
  if (body instanceof FormData) for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const request = new Request("http://localhost/", { method: "POST", body });
  return (await POST(request, { params: Promise.resolve({ token, rating: id }) })).status;
}

test("the page's script saves what its form says, as long as the rating takes answers", async () => {
  const token = rating.token as string;
  expect(await post(token, rating.id, { "a.p1": "3", token: "of no meaning here" })).toBe(204);
  expect(await getOwnAnswers(small.scope, rating.raterId, rating.id)).toEqual({
    points: { p1: 3 },
    texts: {},
  });
  expect(await post(`${token.slice(0, -2)}xx`, rating.id, { "a.p1": "4" })).toBe(404);
  expect(await post(token, "nonsense", { "a.p1": "4" })).toBe(404);
  expect(await post(token, small.attribution.employeeId, { "a.p1": "4" })).toBe(404);
  expect(await post(token, rating.id, "no form")).toBe(400);
  expect(await post(token, rating.id, { "a.p2": "x", "a.c1": "1", "a.c2": "1" })).toBe(204);
  expect(await sendRating(small.scope, { raterId: rating.raterId, ratingId: rating.id })).toBe("sent");
  expect(await post(token, rating.id, { "a.p1": "4" })).toBe(410);
});
