import type { AuditAnswerValue } from "@/features/audit-forms/schema";
import type { VisitDetails } from "../entry-schema";
import { isSameAnswer, mergeVisit } from "../rules";
import type { AuditFile } from "../schema";
import { NO_VISIT } from "./kept-entry";
import type { EntryPage, OutboxConnection, SendFailure, Sent } from "./outbox-types";

type Stored = { revision: number; value: AuditAnswerValue | null };

/**
 * The server as a device meets it, with its rules of revisions (commands/save-audit-answers.ts), and a connection that can
 * be cut: before a request arrives, or before its reply does.
 */
export class FakeServer {
  answers: Record<string, Stored> = {};
  visit: VisitDetails = NO_VISIT;
  files: AuditFile[] = [];
  photos = new Map<string, { itemKey: string; blob: Blob; fileId: string }>();
  /** What reached the server, in order. */
  log: string[] = [];
  /** How many requests are under way, and were at the most. */
  underWay = 0;
  mostUnderWay = 0;
  connection: "up" | "down" | "reply lost" = "up";
  /** Says no to a request; null lets it through. */
  refuse: (request: string) => SendFailure | null = () => null;
  private pages = 0;

  readonly photoItems = new Set(["photos"]);

  page(): EntryPage {
    this.pages += 1;
    return {
      readAt: new Date(Date.UTC(2026, 10, 22) + this.pages * 1000).toISOString(),
      known: Object.entries(this.answers).map(([itemKey, answer]) => ({ itemKey, ...answer })),
      files: this.files,
      visit: this.visit,
    };
  }

  /** Another device answers. */
  answerElsewhere(itemKey: string, value: AuditAnswerValue | null): void {
    this.answers[itemKey] = { revision: (this.answers[itemKey]?.revision ?? 0) + 1, value };
  }

  readonly outboxConnection: OutboxConnection = {
    saveAnswers: (changes) =>
      this.request(`answers ${changes.map(({ itemKey }) => itemKey).join(" ")}`, () => {
        const saved: { itemKey: string; revision: number }[] = [];
        const conflicts: {
          itemKey: string;
          revision: number;
          value: AuditAnswerValue | null;
          changedAt: null;
        }[] = [];
        for (const { itemKey, basedOn, value } of changes) {
          const stored = this.answers[itemKey] ?? { revision: 0, value: null };
          const { revision } = stored;
          if (isSameAnswer(stored.value, value)) saved.push({ itemKey, revision });
          else if (basedOn !== revision) {
            conflicts.push({ itemKey, revision, value: stored.value, changedAt: null });
          } else {
            this.answers[itemKey] = { revision: revision + 1, value };
            saved.push({ itemKey, revision: revision + 1 });
          }
        }
        return { saved, conflicts };
      }),
    saveVisit: (wanted, known) =>
      this.request("visit", () => {
        this.visit = mergeVisit(this.visit, wanted, known).visit;
        return this.visit;
      }),
    sendPhoto: ({ id, itemKey, blob }) =>
      this.request(`photo ${id}`, () => {
        const fileId = this.photos.get(id)?.fileId ?? `file-${id}`;
        if (!this.photos.has(id)) {
          this.photos.set(id, { itemKey, blob, fileId });
          this.files = [...this.files, { ...noFile, id: fileId, itemKey }];
          if (this.photoItems.has(itemKey)) this.countPhotos(itemKey);
        }
        return { ...noFile, id: fileId, itemKey, revision: this.answers[itemKey]?.revision ?? null };
      }),
    removeFile: (fileId) =>
      this.request(`remove ${fileId}`, () => {
        this.files = this.files.filter(({ id }) => id !== fileId);
        return {};
      }),
  };

  private countPhotos(itemKey: string): void {
    const number = this.files.filter((file) => file.itemKey === itemKey).length;
    const value = this.answers[itemKey]?.value;
    this.answerElsewhere(itemKey, {
      isNotApplicable: false,
      optionKeys: [],
      text: null,
      comment: value?.comment ?? null,
      number,
    });
  }

  private async request<T>(name: string, act: () => T): Promise<Sent<T>> {
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.underWay -= 1;
    if (this.connection === "down") return { ok: false, failure: { kind: "retry" } };
    this.log.push(name);
    const failure = this.refuse(name);
    if (failure) return { ok: false, failure };
    const data = act();
    return this.connection === "up" ? { ok: true, data } : { ok: false, failure: { kind: "retry" } };
  }
}

const noFile = {
  itemKey: null,
  appealMessageId: null,
  contentType: "image/jpeg",
  width: 1,
  height: 1,
  bytes: 1,
};
