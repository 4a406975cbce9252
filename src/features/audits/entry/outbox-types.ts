import type { AuditAnswerValue } from "@/features/audit-forms/schema";
import type { StoredPhoto, VISIT_FIELDS, VisitDetails } from "../entry-schema";
import type { AuditFile } from "../schema";

/** An answer as another device left it on the server. */
export type TheirAnswer = { revision: number; value: AuditAnswerValue | null; changedAt: string | null };

/** What the server was last known to hold for an item; revision 0 = nothing. */
export type KnownAnswer = { itemKey: string; revision: number; value: AuditAnswerValue | null };

/** An answer of this device that the server does not have yet. */
export type PendingAnswer = {
  itemKey: string;
  /** Null: the answer was taken back. */
  value: AuditAnswerValue | null;
  /** The revision it was given on top of. */
  basedOn: number;
  /** Sent before without hearing whether they arrived: if the server holds one of them, it is this device's own. */
  unconfirmed: (AuditAnswerValue | null)[];
  /** Another device answered differently: waits for the person's choice. */
  theirs: TheirAnswer | null;
  /** Why the server does not take it; waits until it is changed. */
  refusal: string | null;
};

/** A photo taken and not sent yet. Its id is the client key: the server stores the same photo once. */
export type PendingPhoto = { id: string; itemKey: string; blob: Blob; refusal: string | null };

export type VisitField = (typeof VISIT_FIELDS)[number];

/** What was entered about the visit and is not on the server yet. */
export type PendingVisit = {
  details: VisitDetails;
  /** As PendingAnswer's. */
  unconfirmed: VisitDetails[];
  /** Fields that another device changed differently, as it left them: they wait for the person's choice. */
  theirs: Partial<VisitDetails> | null;
  refusals: Record<string, string> | null;
};

/** Everything kept on the device about one audit. */
export type KeptEntry = {
  /** When the server made the page that `known`, `files` and `visit` come from; null: nothing is kept yet. */
  readAt: string | null;
  known: KnownAnswer[];
  files: AuditFile[];
  visit: VisitDetails | null;
  pendingAnswers: PendingAnswer[];
  pendingPhotos: PendingPhoto[];
  pendingVisit: PendingVisit | null;
  /** Ids of sent photos to be removed from the server. */
  removals: string[];
};

/** One change to what is kept; several are written together or not at all. */
export type KeepChange =
  | { part: "page"; value: { readAt: string; known: KnownAnswer[]; files: AuditFile[]; visit: VisitDetails } }
  | { part: "known"; value: KnownAnswer }
  | { part: "files"; value: AuditFile[] }
  | { part: "visit"; value: VisitDetails }
  | { part: "answer"; key: string; value: PendingAnswer | null }
  | { part: "photo"; key: string; value: PendingPhoto | null }
  | { part: "pendingVisit"; value: PendingVisit | null }
  | { part: "removal"; key: string; value: boolean };

/** Where an entry is kept on the device (IndexedDB; memory where there is none). */
export type EntryStore = {
  load: () => Promise<KeptEntry>;
  write: (changes: KeepChange[]) => Promise<void>;
  /** Forgets the whole entry. */
  clear: () => Promise<void>;
};

/**
 * Why something was not taken: "retry": it may work later (no connection, a busy server); "refused": never as it is;
 * "stopped": nothing of this audit is taken now (signed out, submitted elsewhere …); "outdated": this page is older than
 * the server.
 */
export type SendFailure = {
  kind: "retry" | "refused" | "stopped" | "outdated";
  message?: string;
  fields?: Record<string, string>;
};
export type Sent<T> = { ok: true; data: T } | { ok: false; failure: SendFailure };

export type AnswerChange = { itemKey: string; basedOn: number; value: AuditAnswerValue | null };
export type SavedAnswers = {
  saved: { itemKey: string; revision: number }[];
  conflicts: ({ itemKey: string } & TheirAnswer)[];
};

/** How things reach the server. Every call resolves; a lost connection is a failure of kind "retry". */
export type OutboxConnection = {
  saveAnswers: (changes: AnswerChange[]) => Promise<Sent<SavedAnswers>>;
  /**
   * `known`: what this device last had from the server, which tells what was changed here and what elsewhere. Replies with
   * the visit as it is stored now.
   */
  saveVisit: (visit: VisitDetails, known: VisitDetails) => Promise<Sent<VisitDetails>>;
  sendPhoto: (photo: PendingPhoto) => Promise<Sent<StoredPhoto>>;
  removeFile: (fileId: string) => Promise<Sent<unknown>>;
};

/** What the server's page says when it is opened. */
export type EntryPage = {
  readAt: string;
  known: KnownAnswer[];
  files: AuditFile[];
  visit: VisitDetails;
};

/**
 * "saved": the server has everything; "sending"; "waiting": kept on the device until the connection is back; "choose":
 * another device answered differently; "refused": something has to be changed first; "stopped" and "outdated": see
 * SendFailure.
 */
export type OutboxState = "saved" | "sending" | "waiting" | "choose" | "refused" | "stopped" | "outdated";

export type OutboxSnapshot = {
  /** False until what is kept on the device was read. */
  isReady: boolean;
  state: OutboxState;
  /** What the person answered last, sent or not. */
  answers: Record<string, AuditAnswerValue | null>;
  conflicts: Record<string, TheirAnswer>;
  refusals: Record<string, string>;
  visit: VisitDetails;
  visitRefusals: Record<string, string>;
  visitConflicts: Partial<VisitDetails>;
  files: AuditFile[];
  photos: PendingPhoto[];
  /** How much the server does not have yet. */
  unsent: { answers: number; photos: number; others: number };
  /** What the server said when it stopped taking things. */
  message: string | null;
  /** Whether the device keeps what is entered; false in a browser that stores nothing. */
  isKept: boolean;
};
