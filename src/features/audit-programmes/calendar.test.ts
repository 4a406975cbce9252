import { expect, test } from "vitest";
import { writeCalendar } from "./calendar";

/** The lines of a calendar file with folded ones joined (RFC 5545, 3.1). */
const linesOf = (file: string) => file.replaceAll("\r\n ", "").split("\r\n");

const event = {
  id: "0198",
  host: "lastmetre.test",
  now: new Date("2026-11-20T10:00:00Z"),
  isAccepted: true,
  summary: "Käynti: Kamppi; kassa, myymälä",
  description: "Ensimmäinen rivi\nToinen rivi",
  location: "Mannerheimintie 1, Helsinki",
  url: "https://lastmetre.test/o/x/assignments/0198",
  firstDay: "2026-11-22",
  lastDay: "2026-11-24",
};

test("a visit is an event of whole days that ends after the last one, the same in every time zone", () => {
  const lines = linesOf(writeCalendar(event));
  expect(lines).toContain("DTSTART;VALUE=DATE:20261122");
  expect(lines).toContain("DTEND;VALUE=DATE:20261125");
  expect(lines).toContain("UID:assignment-0198@lastmetre.test");
  expect(lines).toContain("STATUS:CONFIRMED");
  expect(lines).toContain("TRANSP:TRANSPARENT");
  // Commas and semicolons are escaped, line breaks written as \n (3.3.11).
  expect(lines).toContain("SUMMARY:Käynti: Kamppi\\; kassa\\, myymälä");
  expect(lines).toContain("DESCRIPTION:Ensimmäinen rivi\\nToinen rivi");
  expect(lines).toContain("LOCATION:Mannerheimintie 1\\, Helsinki");
});

test("it reminds on the first and on the last morning, and says when it is only offered", () => {
  const triggers = (file: string) => linesOf(file).filter((line) => line.startsWith("TRIGGER"));
  expect(triggers(writeCalendar(event))).toEqual([
    "TRIGGER;RELATED=START:PT9H",
    "TRIGGER;RELATED=START:P2DT9H",
  ]);
  const oneDay = { ...event, lastDay: event.firstDay, isAccepted: false };
  expect(triggers(writeCalendar(oneDay))).toEqual(["TRIGGER;RELATED=START:PT9H"]);
  expect(linesOf(writeCalendar(oneDay))).toContain("STATUS:TENTATIVE");
});
