import { describe, expect, it } from "vitest";
import { filterOptions } from "./combobox-options";

const options = [
  { value: "1", label: "Aino Mäkelä", detail: "Service desk" },
  { value: "2", label: "Mäki-Petäjä Aino", detail: "Sales" },
  { value: "3", label: "Åsa Lindqvist", detail: "Service desk" },
  { value: "4", label: "Juho Aino", detail: "Support" },
];
const find = (query: string) => filterOptions(options, query).map((option) => option.value);

describe("filterOptions", () => {
  it("gives everything for an empty query", () => {
    expect(find("")).toEqual(["1", "2", "3", "4"]);
    expect(find("   ")).toEqual(["1", "2", "3", "4"]);
  });

  it("ignores case and accents on both sides", () => {
    expect(find("MAKELA")).toEqual(["1"]);
    expect(find("asa")).toEqual(["3"]);
    expect(find("Åsa")).toEqual(["3"]);
  });

  it("needs every word, in any order, in label or detail", () => {
    expect(find("desk aino")).toEqual(["1"]);
    expect(find("aino nobody")).toEqual([]);
  });

  it("puts labels that start with the query first and keeps the order otherwise", () => {
    expect(find("aino")).toEqual(["1", "2", "4"]);
    expect(find("mä")).toEqual(["2", "1"]);
  });
});
