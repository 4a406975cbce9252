import { ExpectedError } from "@/server/errors";

/** A file that is not taken, with the HTTP status that says why: 413 too much, 415 another kind, 429 and 503 not now. */
export class RefusedFileError extends ExpectedError {
  readonly status: 400 | 413 | 415 | 429 | 503;
  constructor(
    messageKey: string,
    status: RefusedFileError["status"],
    values: Record<string, string | number> = {},
  ) {
    super(messageKey, values);
    this.status = status;
  }
}
