import { expect, it } from "vitest";
import { placeNames } from "./place-names";

it("names stand beside their marks, on the left near the edge, and never on each other", () => {
  const marks = [
    { name: "Anna Aalto", x: 10, y: 50 },
    { name: "Bertta Berg", x: 14, y: 55 },
    { name: "Cecilia Ceder", x: 14, y: 80 },
    { name: "Daniel Dahl", x: 290, y: 50 },
  ];
  expect(placeNames(marks, 300).map(({ name, isLate }) => [name, isLate])).toEqual([
    ["Anna Aalto", false],
    ["Cecilia Ceder", false],
    ["Daniel Dahl", true],
  ]);
});
