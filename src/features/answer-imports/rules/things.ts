import { indexByName, type Nameable } from "@/features/imports/rules/find-by-name";
import { normalizeName } from "@/features/imports/rules/words";
import type { Channel } from "@/generated/prisma/enums";
import type { Thing } from "../mapping";

/** What a file's names can mean, as the organization has it. Archived things too: a file may tell of last year. */
export type KnownThing = Nameable & { name: string };
export type KnownTouchpoint = KnownThing & { channel: Channel };
export type KnownEmployee = KnownThing & { locationId: string; teamId: string | null };
export type KnownThings = {
  touchpoints: KnownTouchpoint[];
  employees: KnownEmployee[];
  locations: KnownThing[];
  encounterTypes: KnownThing[];
  /** The organization's own language. */
  language: string;
};

export type ThingKind = "touchpoint" | "employee" | "location" | "encounterType";

/** A thing that answers are attributed to. `id` is null until it is created; then everybody who holds it sees the id. */
export type Target = {
  readonly kind: ThingKind;
  readonly name: string;
  id: string | null;
  readonly channel: Channel | null;
  /** Of an employee: where the person works. */
  location: Target | null;
  teamId: string | null;
};

export type Found = { status: "found"; target: Target } | { status: "unknown" } | { status: "several" };

/** Finds the targets of one kind by name or id; a name or id is always the same target. */
export class TargetBook {
  readonly #kind: ThingKind;
  readonly #newChannel: Channel | null;
  readonly #byId = new Map<string, Target>();
  readonly #created = new Map<string, Target>();
  readonly #find: ReturnType<typeof indexByName<KnownThing>>;

  /** `locations` are those employees are at; `newChannel` is that of touchpoints to be created. */
  constructor(
    kind: ThingKind,
    known: readonly KnownThing[],
    { locations, newChannel = null }: { locations?: TargetBook; newChannel?: Channel | null } = {},
  ) {
    this.#kind = kind;
    this.#newChannel = newChannel;
    for (const thing of known) {
      const { channel, locationId, teamId } = thing as Partial<KnownTouchpoint & KnownEmployee>;
      this.#byId.set(thing.id, {
        kind,
        name: thing.name,
        id: thing.id,
        channel: channel ?? null,
        location: (locationId && locations?.byId(locationId)) || null,
        teamId: teamId ?? null,
      });
    }
    this.#find = indexByName(known);
  }

  byId(id: string): Target | null {
    return this.#byId.get(id) ?? null;
  }

  byName(text: string): Found {
    const created = this.#created.get(normalizeName(text));
    if (created) return { status: "found", target: created };
    const found = this.#find(text);
    if (found.status !== "found") return found;
    const target = this.#byId.get(found.item.id);
    return target ? { status: "found", target } : { status: "unknown" };
  }

  /** The thing of this name, or one that is to be created. Of several of one name the first: a new one would be yet another. */
  byNameOrNew(name: string): Target {
    const found = this.byName(name);
    if (found.status === "found") return found.target;
    if (found.status === "several") {
      const namesake = [...this.#byId.values()].find(
        (known) => normalizeName(known.name) === normalizeName(name),
      );
      if (namesake) return namesake;
    }
    const target: Target = {
      kind: this.#kind,
      name: name.trim(),
      id: null,
      channel: this.#newChannel,
      location: null,
      teamId: null,
    };
    this.#created.set(normalizeName(name), target);
    return target;
  }

  /** What a mapping names; null for an id that leads nowhere. */
  ofThing(thing: Thing): Target | null {
    return "id" in thing ? this.byId(thing.id) : this.byNameOrNew(thing.create);
  }
}
