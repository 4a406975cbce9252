import type { MemberRole } from "@/generated/prisma/enums";
import { createMember, createOrganization } from "../tests/factories/organization";
import { createEmployee, createLocation } from "../tests/factories/people";

type MemberOptions = NonNullable<Parameters<typeof createMember>[2]>;

/** A place with one employee to be evaluated, colleagues, reports and two managers, of whom one is to be named. */
export async function seedEvaluations(): Promise<void> {
  const organization = await createOrganization({
    slug: "arviola",
    name: "Arviola Oy",
    setupDoneAt: new Date(),
  });
  const { scope } = organization;
  const location = await createLocation(scope, { name: "Arviolan tori" });
  const employees = [];
  for (const name of ["Siiri Seurattu", "Pekka Pari", "Paula Pari", "Pia Pari", "Risto Rivi", "Reija Rivi"]) {
    const email = `${name.split(" ")[0]?.toLowerCase()}@arviola.test`;
    employees.push(await createEmployee(scope, { name, email, locationId: location.id }));
  }
  const [siiri, pekka] = employees;
  if (!siiri || !pekka) throw new Error("six employees were made");
  const member = (role: MemberRole, email: string, name: string, options: MemberOptions = {}) =>
    createMember(organization, role, { email, name, ...options });
  await member("owner", "owner@arviola.test", "Olga Omistaja");
  await member("manager", "mirja@arviola.test", "Mirja Nimetty", { locationIds: [location.id] });
  await member("manager", "muu@arviola.test", "Matti Muu", { locationIds: [location.id] });
  await member("employee", "siiri@arviola.test", "Siiri Seurattu", { employeeId: siiri.id });
  await member("employee", "pekka@arviola.test", "Pekka Pari", { employeeId: pekka.id });
}
