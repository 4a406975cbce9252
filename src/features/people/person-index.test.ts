import { describe, expect, it } from "vitest";
import { type KnownPerson, PersonIndex } from "./person-index";

const aino: KnownPerson = { id: "1", email: "aino@example.test", externalReference: "E-1" };
const bertta: KnownPerson = { id: "2", email: "bertta@example.test", externalReference: null };
const twin: KnownPerson = { id: "3", email: "bertta@example.test", externalReference: null };

describe("PersonIndex", () => {
  it("finds by reference before e-mail", () => {
    const index = new PersonIndex([aino, bertta]);
    expect(index.match({ externalReference: "E-1", email: "bertta@example.test" })).toBe(aino);
    expect(index.match({ externalReference: null, email: "bertta@example.test" })).toBe(bertta);
  });

  it("takes a reference on for somebody who has none, but not for somebody with another", () => {
    const index = new PersonIndex([aino, bertta]);
    expect(index.match({ externalReference: "E-2", email: "bertta@example.test" })).toBe(bertta);
    expect(index.match({ externalReference: "E-2", email: "aino@example.test" })).toBeNull();
  });

  it("says when an address leads to several people, and finds nobody without reference and address", () => {
    const index = new PersonIndex([bertta, twin]);
    expect(index.match({ externalReference: null, email: "bertta@example.test" })).toBe("several");
    expect(index.match({ externalReference: null, email: null })).toBeNull();
  });

  it("knows a changed person by the new reference and address only", () => {
    const index = new PersonIndex([aino]);
    const moved = { ...aino, email: "new@example.test", externalReference: "E-9" };
    index.replace(aino, moved);
    expect(index.match({ externalReference: "E-1", email: "aino@example.test" })).toBeNull();
    expect(index.match({ externalReference: "E-9", email: null })).toBe(moved);
    expect(index.match({ externalReference: null, email: "new@example.test" })).toBe(moved);
  });
});
