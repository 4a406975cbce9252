import "server-only";
import { placeCustomerRows } from "@/features/people/commands/upsert-customers";
import { claimKeys, claimName, correctAnswer, isSameRequest } from "@/server/api/idempotency";
import { type Transaction, withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import {
  collectNames,
  type EncounterMistake,
  type PostedEncounter,
  type ResolvedEncounter,
  resolveEncounters,
} from "../posted-encounter";
import { findNamedThings } from "../queries/find-named-things";
import { storeEncounters } from "./store-encounters";

/** One request of a program: one encounter or several, stored all or none. */
export type EncounterPost = {
  /** The program's own scope: its key, and when it asked. */
  scope: Scope;
  encounters: PostedEncounter[];
  idempotency: { key: string; requestHash: Uint8Array<ArrayBuffer> } | null;
  /** What is answered when the encounters are recorded, as it is kept for a repeated request. */
  answer: (recorded: RecordedPost[]) => { status: number; body: unknown };
};

/** `isNew` is false for an encounter whose external reference was known: that one's id, and nothing was changed. */
export type RecordedPost = { id: string; externalReference: string | null; isNew: boolean };

export type PostOutcome =
  | { kind: "recorded"; answer: { status: number; body: unknown } }
  | { kind: "remembered"; answer: { status: number; body: unknown } }
  | { kind: "other content" }
  | { kind: "refused"; mistakes: EncounterMistake[] };

/** Requests that turned out wrong only while customers were placed: everything is rolled back and done without them. */
class Refused extends Error {
  readonly outcomes: Map<EncounterPost, PostOutcome>;
  constructor(outcomes: Map<EncounterPost, PostOutcome>) {
    super("posted encounters refused");
    this.outcomes = outcomes;
  }
}

/**
 * Records the encounters of several requests of one organization in one transaction, and queues the decision about their
 * invitations in it. A request with a mistake is refused as a whole and fails no other. A request whose Idempotency-Key
 * was used gets the answer of then; one whose external reference is known gets that encounter.
 * @param scope of the organization; what is frozen and judged goes by each request's own time
 */
export async function recordPostedEncounters(scope: Scope, posts: EncounterPost[]): Promise<PostOutcome[]> {
  const refused = new Map<EncounterPost, PostOutcome>();
  for (;;) {
    const rest = posts.filter((post) => !refused.has(post));
    try {
      const outcomes = await withScope(scope, (tx) => recordAll(tx, scope, rest));
      return posts.map((post) => (refused.get(post) ?? outcomes.get(post)) as PostOutcome);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      for (const [post, outcome] of error.outcomes) refused.set(post, outcome);
    }
  }
}

type Resolved = { post: EncounterPost; encounters: ResolvedEncounter[] };

async function recordAll(
  tx: Transaction,
  scope: Scope,
  posts: readonly EncounterPost[],
): Promise<Map<EncounterPost, PostOutcome>> {
  const outcomes = new Map<EncounterPost, PostOutcome>();
  const found = await findNamedThings(tx, scope, collectNames(posts.flatMap(({ encounters }) => encounters)));
  const resolved: Resolved[] = [];
  for (const post of posts) {
    const judged = resolveEncounters(post.encounters, found, post.scope.now);
    if ("mistakes" in judged) outcomes.set(post, { kind: "refused", mistakes: judged.mistakes });
    else resolved.push({ post, encounters: judged.resolved });
  }

  const ahead = await claim(tx, scope, resolved, outcomes);
  const fresh = dropKnown(ahead, found.encounterIds);
  await placeCustomers(tx, scope, ahead, fresh);
  const stored = new Set(
    await storeEncounters(tx, scope, sortByReference(fresh), { source: "api", skipKnownReferences: true }),
  );
  const idsByReference = await findOtherIds(tx, scope, fresh, stored, found.encounterIds);

  for (const { post, encounters } of ahead) {
    const recorded = encounters.map(({ id, externalReference }): RecordedPost => {
      if (stored.has(id)) return { id, externalReference, isNew: true };
      return {
        id: idsByReference.get(externalReference as string) as string,
        externalReference,
        isNew: false,
      };
    });
    const answer = post.answer(recorded);
    outcomes.set(post, { kind: "recorded", answer });
    // What was written down foresaw new encounters under their own ids.
    if (post.idempotency && recorded.some(({ isNew }) => !isNew)) {
      await correctAnswer(tx, scope, claimOf(post), answer);
    }
  }
  await answerRepetitions(resolved, outcomes);
  return outcomes;
}

function claimOf({ scope, idempotency }: EncounterPost) {
  return { apiKeyId: scope.apiKeyId as string, key: idempotency?.key as string };
}

/** Sets the outcome of requests that were answered before, and gives those that go ahead. */
async function claim(
  tx: Transaction,
  scope: Scope,
  resolved: readonly Resolved[],
  outcomes: Map<EncounterPost, PostOutcome>,
): Promise<Resolved[]> {
  const first = new Map<string, Resolved>();
  for (const one of resolved) {
    if (!one.post.idempotency) continue;
    const name = claimName(claimOf(one.post));
    if (!first.has(name)) first.set(name, one);
  }
  const remembered = await claimKeys(
    tx,
    scope,
    [...first.values()].map(({ post, encounters }) => ({
      ...claimOf(post),
      requestHash: post.idempotency?.requestHash as Uint8Array<ArrayBuffer>,
      ...post.answer(encounters.map(({ id, externalReference }) => ({ id, externalReference, isNew: true }))),
    })),
  );
  return resolved.filter((one) => {
    if (!one.post.idempotency) return true;
    const name = claimName(claimOf(one.post));
    const earlier = remembered.get(name);
    if (earlier) outcomes.set(one.post, repeat(one.post, earlier, earlier));
    return !earlier && first.get(name) === one;
  });
}

function repeat(
  post: EncounterPost,
  original: { requestHash: Uint8Array } | null,
  { status, body }: { status: number; body: unknown },
): PostOutcome {
  return isSameRequest(post.idempotency, original)
    ? { kind: "remembered", answer: { status, body } }
    : { kind: "other content" };
}

/** Requests that repeat one of the same batch get its answer, or hear that the key was for something else. */
function answerRepetitions(resolved: readonly Resolved[], outcomes: Map<EncounterPost, PostOutcome>) {
  const answered = new Map<string, EncounterPost>();
  for (const { post } of resolved) {
    if (!post.idempotency) continue;
    const name = claimName(claimOf(post));
    const outcome = outcomes.get(post);
    if (outcome) {
      if (outcome.kind === "recorded") answered.set(name, post);
      continue;
    }
    const original = answered.get(name) as EncounterPost;
    const { answer } = outcomes.get(original) as { answer: { status: number; body: unknown } };
    outcomes.set(post, repeat(post, original.idempotency, answer));
  }
}

/** The encounters to be stored: of the same reference in several requests the first. */
function dropKnown(ahead: readonly Resolved[], known: ReadonlyMap<string, string>): ResolvedEncounter[] {
  const seen = new Set<string>();
  return ahead.flatMap(({ encounters }) =>
    encounters.filter(({ externalReference }) => {
      if (!externalReference) return true;
      if (known.has(externalReference) || seen.has(externalReference)) return false;
      seen.add(externalReference);
      return true;
    }),
  );
}

/** Finds, brings up to date or adds the customers told of by contact ways. Throws Refused for those that fit several. */
async function placeCustomers(
  tx: Transaction,
  scope: Scope,
  ahead: readonly Resolved[],
  fresh: readonly ResolvedEncounter[],
): Promise<void> {
  const told = fresh.flatMap((encounter) => {
    const { postedCustomer } = encounter;
    return postedCustomer ? [{ encounter, row: postedCustomer }] : [];
  });
  if (told.length === 0) return;
  const placed = await placeCustomerRows(
    tx,
    scope,
    told.map(({ row }) => row),
  );
  const several = new Set<string>();
  told.forEach(({ encounter }, index) => {
    const customer = placed[index]?.customer;
    if (!customer) several.add(encounter.id);
    encounter.customerId = customer?.id ?? null;
    encounter.segment = customer?.segment ?? null;
  });
  if (several.size === 0) return;
  const refused = ahead.flatMap(({ post, encounters }): [EncounterPost, PostOutcome][] => {
    const mistakes = encounters.flatMap(({ id }, index): EncounterMistake[] =>
      several.has(id) ? [{ index, field: "customer/email", reason: "severalCustomers" }] : [],
    );
    return mistakes.length > 0 ? [[post, { kind: "refused", mistakes }]] : [];
  });
  throw new Refused(new Map(refused));
}

/** In one order everywhere, so that two processes that store the same references do not wait for each other crosswise. */
function sortByReference(encounters: readonly ResolvedEncounter[]): ResolvedEncounter[] {
  return [...encounters].sort((one, other) =>
    (one.externalReference ?? "") < (other.externalReference ?? "") ? -1 : 1,
  );
}

/** Ids by reference: of encounters known before, of this batch, and of those another process stored meanwhile. */
async function findOtherIds(
  tx: Transaction,
  scope: Scope,
  fresh: readonly ResolvedEncounter[],
  stored: ReadonlySet<string>,
  known: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const ids = new Map(known);
  for (const { id, externalReference } of fresh) {
    if (externalReference && stored.has(id)) ids.set(externalReference, id);
  }
  const lost = fresh.flatMap(({ id, externalReference }) =>
    externalReference && !stored.has(id) ? [externalReference] : [],
  );
  if (lost.length === 0) return ids;
  const others = await tx.encounter.findMany({
    where: { organizationId: scope.organizationId, externalReference: { in: lost } },
    select: { id: true, externalReference: true },
  });
  for (const { id, externalReference } of others) ids.set(externalReference as string, id);
  return ids;
}
