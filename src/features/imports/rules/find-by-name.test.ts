import { describe, expect, it } from "vitest";
import { indexByName } from "./find-by-name";

const person = (id: string, reference: string | null, name: string, isArchived = false) => ({
  id,
  keys: [reference, name],
  isArchived,
});
const find = indexByName([
  person("1", "E1", "Matti Meikäläinen"),
  person("2", "E2", "Åsa Öhman"),
  person("3", null, "Kaima Virtanen"),
  person("4", null, "Kaima Virtanen"),
  person("5", null, "Paluu Muuttaja", true),
  person("6", null, "Paluu Muuttaja"),
  person("7", null, "Poissa Oleva", true),
  person("8", "åsa öhman", "Tunnus Nimenä"),
]);
const idOf = (text: string) => {
  const found = find(text);
  return found.status === "found" ? found.item.id : found.status;
};

describe("indexByName", () => {
  it("ignores capitals and spaces", () => {
    expect(idOf("  MATTI   meikäläinen ")).toBe("1");
    expect(idOf("e1")).toBe("1");
  });

  it("ranks a reference before a name", () => {
    expect(idOf("Åsa Öhman")).toBe("8");
  });

  it("refuses to choose between two in use, and prefers those in use to archived ones", () => {
    expect(idOf("Kaima Virtanen")).toBe("several");
    expect(idOf("Paluu Muuttaja")).toBe("6");
    expect(idOf("Poissa Oleva")).toBe("7");
  });

  it("finds nobody for a name nobody has", () => {
    expect(idOf("Matti")).toBe("unknown");
    expect(indexByName([])("x").status).toBe("unknown");
  });
});
