import { ExpectedError } from "@/server/errors";

/**
 * A file that is not taken, with the HTTP status that says why: 413 too large, 415 another kind, 422 too many; 408, 429 and
 * 503 not now, so it may be sent again.
 */
export class RefusedFileError extends ExpectedError {
  readonly status: 408 | 413 | 415 | 422 | 429 | 503;
  constructor(
    messageKey: string,
    status: RefusedFileError["status"],
    values: Record<string, string | number> = {},
  ) {
    super(messageKey, values);
    this.status = status;
  }
}
