import type { Scope } from "@/server/scope";
import { createCycle, createRating, createSubject } from "../tests/factories/evaluations";
import { createEmployee } from "../tests/factories/people";

/** Raters' links by name, each for one test: two colleagues to evaluate by every one of them. */
export async function seedRatings(scope: Scope, locationId: string): Promise<Record<string, string>> {
  const cycle = await createCycle(scope, {
    name: "Kevään 360",
    closesOn: new Date("2098-12-31"),
    subjectSeesAfterDays: 2,
  });
  const over = await createCycle(scope, {
    framework: cycle.framework,
    status: "closed",
    name: "Viime vuoden 360",
  });
  const [pia, risto] = await Promise.all(
    ["Pia Palvelija", "Risto Ripeä"].map((name) => createEmployee(scope, { name, locationId })),
  );
  if (!pia || !risto) throw new Error("two employees were made");
  const subjects = [
    await createSubject(scope, cycle, { employeeId: pia.id }),
    await createSubject(scope, cycle, { employeeId: risto.id }),
  ] as const;
  const links: Record<string, string> = {};
  for (const name of ["withoutScript", "withScript", "axe", "decline", "weight"]) {
    const first = await createRating(scope, subjects[0], {
      group: "peer",
      status: "approved",
      name: "Vilma",
    });
    await createRating(scope, subjects[1], { group: "peer", status: "approved", raterId: first.raterId });
    links[`rating.${name}`] = first.token as string;
  }
  const late = await createSubject(scope, over, { employeeId: pia.id });
  links["rating.closed"] = (await createRating(scope, late, { group: "peer", status: "approved" }))
    .token as string;
  return links;
}
