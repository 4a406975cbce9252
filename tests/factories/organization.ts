import { hash } from "@node-rs/argon2";
import { v7 as uuidv7 } from "uuid";
import type { MemberRole } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";

export const TEST_PASSWORD = "demo-password-1";
let passwordHash: Promise<string> | undefined;
/** Weak parameters on purpose: hundreds of test users sign in. */
const testPasswordHash = () => {
  passwordHash ??= hash(TEST_PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  return passwordHash;
};

export type TestOrganization = { id: string; slug: string; name: string; scope: Scope };

let counter = 0;

/** An organization and the scope of a job in it, which sees all of it and holds no role. */
export async function createOrganization(
  overrides: Partial<{
    slug: string;
    name: string;
    timeZone: string;
    language: string;
    minimumN: number;
    quarantineDays: number;
    senderName: string;
    replyTo: string;
    accentColor: string;
    setupDoneAt: Date;
    createdAt: Date;
  }> = {},
): Promise<TestOrganization> {
  counter += 1;
  const id = uuidv7();
  const slug = overrides.slug ?? `organization-${counter}-${id.slice(-6)}`;
  const name = overrides.name ?? `Organization ${counter}`;
  const scope = makeScope({
    organizationId: id,
    actor: "job",
    timeZone: overrides.timeZone ?? "Europe/Helsinki",
  });
  await withScope(scope, (tx) =>
    tx.organization.create({ data: { id, ...overrides, slug, name }, select: { id: true } }),
  );
  return { id, slug, name, scope };
}

/** A user with TEST_PASSWORD who is a member of the organization, and the scope of that member's session. */
export async function createMember(
  organization: TestOrganization,
  role: MemberRole,
  overrides: Partial<{
    email: string;
    name: string;
    locale: string;
    employeeId: string;
    locationIds: string[];
    userId: string;
    createdAt: Date;
    now: Date;
  }> = {},
): Promise<{ scope: Scope; userId: string; email: string; memberId: string }> {
  counter += 1;
  const userId = overrides.userId ?? uuidv7();
  const email = overrides.email ?? `${role}-${counter}-${userId.slice(-6)}@example.test`;
  const memberId = uuidv7();
  const isNewUser = overrides.userId === undefined;
  const hashed = await testPasswordHash();
  await withScope(organization.scope, async (tx) => {
    if (isNewUser) {
      await tx.$executeRaw`select set_config('app.user_id', ${userId}, true)`;
      await tx.user.create({
        data: {
          id: userId,
          email,
          name: overrides.name ?? `The ${role}`,
          locale: overrides.locale ?? "en",
          passwordHash: hashed,
        },
        select: { id: true },
      });
    }
    await tx.member.create({
      data: {
        organizationId: organization.id,
        id: memberId,
        userId,
        role,
        employeeId: overrides.employeeId ?? null,
        allLocations: overrides.locationIds === undefined,
        ...(overrides.createdAt ? { createdAt: overrides.createdAt } : {}),
        locations: {
          create: (overrides.locationIds ?? []).map((locationId) => ({ locationId })),
        },
      },
      select: { id: true },
    });
  });
  return {
    userId,
    email,
    memberId,
    scope: makeScope({
      organizationId: organization.id,
      actor: "member",
      userId,
      memberId,
      role,
      employeeId: overrides.employeeId ?? null,
      locationIds: overrides.locationIds ?? null,
      timeZone: organization.scope.timeZone,
      ...(overrides.now ? { now: overrides.now } : {}),
    }),
  };
}
