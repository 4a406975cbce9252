/**
 * Errors with a meaning for the person at the screen. `message` is a key of the namespace "errors" in src/i18n/messages;
 * `values` fill its placeholders. Anything else that is thrown is a defect: logged, and shown as "unexpected".
 */
export class ExpectedError extends Error {
  readonly values: Record<string, string | number>;
  constructor(messageKey: string, values: Record<string, string | number> = {}) {
    super(messageKey);
    this.name = new.target.name;
    this.values = values;
  }
}

/** The thing does not exist, or not for this scope: the two are never told apart. */
export class NotFoundError extends ExpectedError {
  constructor(messageKey = "notFound") {
    super(messageKey);
  }
}

/** The role lacks the permission. */
export class ForbiddenError extends ExpectedError {
  constructor(messageKey = "forbidden") {
    super(messageKey);
  }
}

/** The thing is in a state that does not allow the act (already published, name taken …). */
export class ConflictError extends ExpectedError {}

/** Too many tries; `seconds` until the next is allowed. */
export class TooManyError extends ExpectedError {
  constructor(seconds: number, messageKey = "tooMany") {
    super(messageKey, { seconds, minutes: Math.ceil(seconds / 60) });
  }
}

/** Input that only the database or a rule could judge wrong; each field with its message key. */
export class InvalidInputError extends ExpectedError {
  readonly fields: Record<string, string>;
  constructor(fields: Record<string, string>, values: Record<string, string | number> = {}) {
    super("invalid", values);
    this.fields = fields;
  }
}
