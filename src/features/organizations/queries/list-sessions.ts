import "server-only";
import { type Device, describeDevice } from "@/features/organizations/describe-device";
import { SESSION_SECONDS } from "@/server/auth";
import { withUser } from "@/server/database";

export type SessionSummary = {
  id: string;
  isCurrent: boolean;
  device: Device;
  createdAt: Date;
  lastSeenAt: Date;
};

/** More sessions than this are a script's work; the oldest of them are of no use to a person. */
const MOST_SHOWN = 50;

/** The user's open sessions: the one in use first, then by when they were last used. */
export async function listSessions(userId: string, currentSessionId: string): Promise<SessionSummary[]> {
  const sessions = await withUser(userId, (tx) =>
    tx.userSession.findMany({
      where: { userId, revokedAt: null, createdAt: { gt: new Date(Date.now() - SESSION_SECONDS * 1000) } },
      select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
      orderBy: { lastSeenAt: "desc" },
      take: MOST_SHOWN,
    }),
  );
  return sessions
    .map(({ userAgent, ...session }) => ({
      ...session,
      isCurrent: session.id === currentSessionId,
      device: describeDevice(userAgent),
    }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}
