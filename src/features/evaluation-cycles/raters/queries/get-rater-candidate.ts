import "server-only";
import { findSuppressions } from "@/features/people/queries/find-suppressions";
import type { Transaction } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import type { Nomination } from "../../schema";
import type { RaterPerson } from "../commands/ensure-rater";
import { type Candidate, raterState } from "../rules";
import type { NominationSubjectRow } from "./get-nomination-subject";

/** Who is nominated; `person.email` is empty where there is no address. */
export type RaterCandidate = Candidate & { person: RaterPerson };

type Person = Pick<Candidate, "kind" | "isGone"> & {
  person: RaterPerson;
  locationId?: string;
  teamId?: string | null;
};

/**
 * The person of a nomination with everything that decides whether he or she can rate the subject. NotFoundError for a
 * foreign employee or customer, InvalidInputError when a stranger's name or address is missing.
 */
export async function getRaterCandidate(
  tx: Transaction,
  scope: Scope,
  subject: NominationSubjectRow,
  given: Pick<Nomination, "employeeId" | "customerId" | "name" | "email" | "language">,
): Promise<RaterCandidate> {
  const found = given.employeeId
    ? await readEmployee(tx, scope, given.employeeId)
    : given.customerId
      ? await readCustomer(tx, scope, given.customerId)
      : await readStranger(tx, scope, given);
  const { kind, person } = found;
  const email = person.email || null;
  return {
    kind,
    person,
    isGone: found.isGone,
    email,
    isSuppressed: email !== null && (await findSuppressions(tx, scope, [email])).size > 0,
    isAddressOfColleague: kind !== "employee" && email !== null && (await isOfColleague(tx, scope, email)),
    isSubject: person.employeeId !== null && person.employeeId === subject.employeeId,
    isNamedManager:
      (person.memberId !== null && person.memberId === subject.managerMemberId) ||
      (person.employeeId !== null && person.employeeId === subject.manager?.employeeId),
    isOwnPerson:
      (subject.teamId !== null && found.teamId === subject.teamId) ||
      (subject.locationId !== null && found.locationId === subject.locationId),
    standing: await readStanding(tx, scope, subject, person),
  };
}

async function readEmployee(tx: Transaction, scope: Scope, id: string): Promise<Person> {
  const employee = await tx.employee.findUnique({
    where: key(scope, id),
    select: {
      name: true,
      email: true,
      archivedAt: true,
      locationId: true,
      teamId: true,
      organization: { select: { language: true } },
      members: {
        where: { archivedAt: null },
        select: { id: true, user: { select: { email: true, locale: true } } },
        orderBy: { createdAt: "asc" },
        take: 1,
      },
    },
  });
  if (!employee) throw new NotFoundError();
  const [member] = employee.members;
  return {
    kind: "employee",
    isGone: employee.archivedAt !== null,
    locationId: employee.locationId,
    teamId: employee.teamId,
    person: {
      employeeId: id,
      memberId: member?.id ?? null,
      customerId: null,
      name: employee.name,
      // The account's own first: an employee's address is for others to change, who could send themselves the link.
      email: member?.user.email ?? employee.email ?? "",
      language: member?.user.locale ?? employee.organization.language,
    },
  };
}

async function readCustomer(tx: Transaction, scope: Scope, id: string): Promise<Person> {
  const customer = await tx.customer.findUnique({
    where: key(scope, id),
    select: { name: true, email: true, language: true, archivedAt: true, erasedAt: true },
  });
  if (!customer) throw new NotFoundError();
  return {
    kind: "customer",
    isGone: customer.archivedAt !== null || customer.erasedAt !== null,
    person: {
      employeeId: null,
      memberId: null,
      customerId: id,
      name: customer.name ?? customer.email ?? "",
      email: customer.email ?? "",
      language: customer.language,
    },
  };
}

async function readStranger(
  tx: Transaction,
  scope: Scope,
  { name, email, language }: Pick<Nomination, "name" | "email" | "language">,
): Promise<Person> {
  if (!name) throw new InvalidInputError({ name: "required" });
  if (!email) throw new InvalidInputError({ email: "required" });
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { language: true },
  });
  return {
    kind: "external",
    isGone: false,
    person: {
      employeeId: null,
      memberId: null,
      customerId: null,
      name,
      email,
      language: language ?? organization.language,
    },
  };
}

async function isOfColleague(tx: Transaction, scope: Scope, email: string): Promise<boolean> {
  const { organizationId } = scope;
  const address = { equals: email, mode: "insensitive" as const };
  const employee = await tx.employee.findFirst({
    where: { organizationId, email: address },
    select: { id: true },
  });
  if (employee) return true;
  const member = await tx.member.findFirst({
    where: { organizationId, user: { is: { email: email.toLowerCase() } } },
    select: { id: true },
  });
  return member !== null;
}

async function readStanding(
  tx: Transaction,
  scope: Scope,
  subject: NominationSubjectRow,
  { employeeId, memberId, customerId, email }: RaterPerson,
): Promise<Candidate["standing"]> {
  const rating = await tx.evaluationRating.findFirst({
    where: {
      organizationId: scope.organizationId,
      subjectId: subject.id,
      rater: {
        is: {
          OR: [
            ...(employeeId ? [{ employeeId }] : []),
            ...(memberId ? [{ memberId }] : []),
            ...(customerId ? [{ customerId }] : []),
            ...(employeeId || !email ? [] : [{ email: email.toLowerCase() }]),
            // None of them: nobody.
            { id: { in: [] } },
          ],
        },
      },
    },
    select: { status: true, withdrawnAt: true, raterGroup: true },
  });
  return rating && { state: raterState(rating), group: rating.raterGroup };
}
