export const UNREADABLE_REASONS = [
  "fileEmpty",
  "fileNotText",
  "fileNotAnswers",
  "fileOldWorkbook",
  "fileEncrypted",
  "fileBroken",
  "fileUnpacksTooBig",
  "fileQuoteOpen",
  "fileTooManyColumns",
  "fileSheetMissing",
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/** A file, or a place in it, that cannot be cut into rows and cells. `message` is a key of the messages "errors". */
export class UnreadableFileError extends Error {
  readonly reason: UnreadableReason;
  readonly line: number;
  constructor(reason: UnreadableReason, line = 0) {
    super(reason);
    this.name = "UnreadableFileError";
    this.reason = reason;
    this.line = line;
  }
}
