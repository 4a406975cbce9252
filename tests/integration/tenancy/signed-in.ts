import type { Person } from "./makers";

/**
 * Who is signed in, for the tests of actions. Only next-auth's reading of the cookie is replaced by this; the session's row,
 * the membership and the organization behind the address are looked up by the product itself.
 */
export const signedIn: { person: Pick<Person, "userId" | "sessionId"> | null } = { person: null };

/** What actions left to do after their answer (`after` of next/server). */
export const afterwards: Promise<unknown>[] = [];
