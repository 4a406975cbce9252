import { expect, test, vi } from "vitest";
import { openSession } from "@/features/organizations/commands/open-session";
import { SESSION_SECONDS } from "@/server/auth";
import { findCurrentUser } from "@/server/session";
import { querySql, setUpTestDatabase } from "../../database";
import { createMember, createOrganization } from "../../factories/organization";

const cookie: { value: { userId: string; sessionId: string } | null } = { value: null };
vi.mock("next-auth", () => ({ getServerSession: async () => cookie.value }));

const database = setUpTestDatabase();

test("a session ends by its own age, whatever its cookie says", async () => {
  const { userId } = await createMember(await createOrganization(), "owner");
  cookie.value = await openSession({ id: userId, locale: "en" }, "");
  const openedAgo = (seconds: number) =>
    querySql(
      database.superuserUrl,
      "update user_sessions set created_at = now() - make_interval(secs => $1) where id = $2",
      [seconds, cookie.value?.sessionId],
    );
  await openedAgo(SESSION_SECONDS - 60);
  expect(await findCurrentUser()).toMatchObject({ id: userId });
  await openedAgo(SESSION_SECONDS + 60);
  expect(await findCurrentUser()).toBeNull();
});
