import { expect, test } from "vitest";
import { formDataToObject } from "@/server/form-data";
import { cycleForm } from "./cycle-form";

/** A form as the browser sends it: boxes that are not ticked send nothing. */
function send(changes: Record<string, string | null> = {}, reminders = ["2", "7", "7"]) {
  const form = new FormData();
  const fields = {
    name: " Autumn ",
    "purpose.fi": "Jotta opimme.",
    "purpose.sv": "",
    frameworkId: "11111111-1111-4111-8111-111111111111",
    anonymityK: "3",
    commentK: "4",
    gapThreshold: "",
    nominatedBy: "subject",
    nominateUntil: "",
    opensOn: "2026-11-11",
    closesOn: "2026-11-22",
    managersSee: "on",
    subjectSeesAfterDays: "0",
    "self.used": "on",
    "peer.used": "on",
    "peer.minimum": "3",
    "peer.maximum": "8",
    "customer.minimum": "3",
    "customer.maximum": "10",
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) if (value !== null) form.append(name, value);
  for (const days of reminders) form.append("reminderDays[]", days);
  return cycleForm.safeParse(formDataToObject(form));
}

test("a form becomes settings: groups that are ticked, days in order, nothing where nothing was typed", () => {
  expect(send().data).toEqual({
    name: "Autumn",
    purpose: { fi: "Jotta opimme.", sv: "", en: undefined },
    frameworkId: "11111111-1111-4111-8111-111111111111",
    anonymityK: 3,
    commentK: 4,
    gapThreshold: null,
    nominatedBy: "subject",
    nominateUntil: null,
    opensOn: "2026-11-11",
    closesOn: "2026-11-22",
    reminderDays: [7, 2],
    managersSee: true,
    ownersSee: false,
    subjectSeesAfterDays: 0,
    groups: [
      { raterGroup: "self", minimum: 1, maximum: 1 },
      { raterGroup: "peer", minimum: 3, maximum: 8 },
    ],
  });
  expect(send({}, []).data?.reminderDays).toEqual([]);
});

test("a fault is told at its field", () => {
  const faulty = send({ anonymityK: "2", "peer.maximum": "many", closesOn: "", gapThreshold: "0" });
  const paths = faulty.error?.issues.map(({ path }) => path.join("."));
  expect(paths?.sort()).toEqual(["anonymityK", "closesOn", "gapThreshold", "peer.maximum"]);
});
