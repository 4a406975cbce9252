import fc from "fast-check";
import { expect, it } from "vitest";
import type { AuditAnswerValue } from "@/features/audit-forms/schema";
import { Device, no, noBecause, picture, untilState, yes } from "./device.test-support";
import { openMemoryStore } from "./entry-store";

const values: (AuditAnswerValue | null)[] = [yes, no, noBecause("why"), null];

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("answer" as const), item: fc.nat(2), value: fc.nat(3) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("photo" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("summary" as const), text: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("connection" as const),
      to: fc.constantFrom("up" as const, "down" as const, "reply lost" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), milliseconds: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reopen" as const), isFresh: fc.boolean() }) },
);

it("brings everything to the server as it was said last, whatever the connection and the browser do", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const device = new Device();
      const { server } = device;
      const store = openMemoryStore();
      let page = server.page();
      let outbox = await device.open({ store, page, pause: 1 });
      const said: Record<string, AuditAnswerValue | null> = {};
      let summary: string | null = null;
      let photos = 0;
      for (const act of steps) {
        if (act.kind === "answer") {
          const itemKey = act.item === 2 ? "photos" : `item-${act.item}`;
          const value = values[act.value] ?? null;
          // An item of photos is answered with files; a comment may stand beside them.
          said[itemKey] = act.item === 2 && value ? { ...value, number: null } : value;
          outbox.answer(itemKey, said[itemKey] ?? null);
        } else if (act.kind === "photo") {
          photos += 1;
          outbox.addPhoto({ id: `photo-${photos}`, itemKey: "photos", blob: picture() });
        } else if (act.kind === "summary") {
          summary = `summary ${act.text}`;
          outbox.changeVisit({ summary });
        } else if (act.kind === "connection") server.connection = act.to;
        else if (act.kind === "wait") await new Promise((resolve) => setTimeout(resolve, act.milliseconds));
        else {
          outbox.stop();
          await outbox.settle();
          if (act.isFresh) page = server.page();
          outbox = await device.open({ store, page, pause: 1 });
        }
      }
      server.connection = "up";
      outbox.retry();
      await untilState(outbox, "saved");
      for (const [itemKey, value] of Object.entries(said)) {
        expect(server.answers[itemKey]?.value?.comment ?? null, itemKey).toBe(value?.comment ?? null);
        if (itemKey !== "photos") {
          expect(server.answers[itemKey]?.value?.number ?? null, itemKey).toBe(value?.number ?? null);
        }
      }
      expect(server.visit.summary).toBe(summary);
      expect(server.files).toHaveLength(photos);
      expect(outbox.getSnapshot().files).toHaveLength(photos);
      expect(server.mostUnderWay).toBeLessThanOrEqual(1);
      outbox.stop();
    }),
    { numRuns: 60, seed: 4 },
  );
});
