import "fake-indexeddb/auto";
import { expect, vi } from "vitest";
import { type AuditAnswerValue, NO_ANSWER } from "@/features/audit-forms/schema";
import { deleteEntryDatabase, openEntryStore } from "./entry-store";
import { FakeServer } from "./fake-server.test-support";
import { AuditOutbox } from "./outbox";
import type { EntryPage, EntryStore } from "./outbox-types";

export const yes: AuditAnswerValue = { ...NO_ANSWER, number: 1 };
export const no: AuditAnswerValue = { ...NO_ANSWER, number: 0 };
export const noBecause = (comment: string): AuditAnswerValue => ({ ...no, comment });
export const picture = (text = "picture") => new Blob([text], { type: "image/jpeg" });

export const MEMBER = "member-1";

/** One member's phone, on which audits are opened, and the server it speaks to. */
export class Device {
  readonly server = new FakeServer();
  private readonly opened: AuditOutbox[] = [];

  /** The audit on screen, for the first time or again. */
  async open(
    options: {
      page?: EntryPage;
      store?: EntryStore;
      pause?: number;
      isCopy?: boolean;
      announce?: () => void;
    } = {},
  ): Promise<AuditOutbox> {
    const outbox = new AuditOutbox({
      store: options.store ?? openEntryStore(MEMBER, "audit-1"),
      connection: this.server.outboxConnection,
      page: options.page ?? this.server.page(),
      photoItems: this.server.photoItems,
      isCopy: async () => options.isCopy ?? false,
      announce: options.announce,
      delays: { pause: options.pause ?? 5, firstRetry: 10, longestRetry: 20, loading: 200 },
    });
    this.opened.push(outbox);
    await outbox.start();
    return outbox;
  }

  /** Closes everything and empties the phone. */
  async wipe(): Promise<void> {
    for (const outbox of this.opened) outbox.stop();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.race([
      deleteEntryDatabase(MEMBER),
      new Promise((_resolve, reject) => setTimeout(() => reject(new Error("still open")), 2000)),
    ]);
  }
}

export const stateOf = (outbox: AuditOutbox) => outbox.getSnapshot().state;

export const untilState = (outbox: AuditOutbox, state: string) =>
  vi.waitFor(() => expect(stateOf(outbox)).toBe(state), { interval: 2, timeout: 3000 });
