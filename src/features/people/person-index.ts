/** Someone a row of a file may be about. */
export type KnownPerson = { id: string; email: string | null; externalReference: string | null };

/** Finds the person a row is about among those already known, the rows before it included. */
export class PersonIndex<P extends KnownPerson> {
  readonly #byReference = new Map<string, P>();
  readonly #byEmail = new Map<string, P[]>();

  constructor(people: readonly P[]) {
    for (const person of people) this.add(person);
  }

  add(person: P): void {
    if (person.externalReference) this.#byReference.set(person.externalReference, person);
    if (person.email) this.#byEmail.set(person.email, [...this.withEmail(person.email), person]);
  }

  /** Puts a changed person in the place of the former one. */
  replace(former: P, person: P): void {
    if (former.externalReference) this.#byReference.delete(former.externalReference);
    if (former.email) {
      this.#byEmail.set(
        former.email,
        this.withEmail(former.email).filter((other) => other.id !== former.id),
      );
    }
    this.add(person);
  }

  withEmail(email: string): readonly P[] {
    return this.#byEmail.get(email) ?? [];
  }

  /**
   * By reference first, else by e-mail address. A row that brings a reference of its own is not about somebody who has
   * another one, even at the same address. "several" when an address alone leads to more than one person.
   */
  match({
    email,
    externalReference,
  }: Pick<KnownPerson, "email" | "externalReference">): P | null | "several" {
    const found = externalReference ? this.#byReference.get(externalReference) : undefined;
    if (found) return found;
    if (!email) return null;
    const candidates = this.withEmail(email).filter(
      (person) => !externalReference || person.externalReference === null,
    );
    return candidates.length > 1 ? "several" : (candidates[0] ?? null);
  }
}
