import { createMember, createOrganization } from "../tests/factories/organization";
import { createEmployee, createLocation } from "../tests/factories/people";

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
  const accounts = [
    ["owner", "owner@arviola.test", "Olga Omistaja", {}],
    ["manager", "mirja@arviola.test", "Mirja Nimetty", { locationIds: [location.id] }],
    ["manager", "muu@arviola.test", "Matti Muu", { locationIds: [location.id] }],
    ["employee", "siiri@arviola.test", "Siiri Seurattu", { employeeId: siiri.id }],
    ["employee", "pekka@arviola.test", "Pekka Pari", { employeeId: pekka.id }],
  ] as const;
  for (const [role, email, name, options] of accounts)
    await createMember(organization, role, { email, name, ...options });
}
