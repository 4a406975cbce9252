/** What a server action answers. `message` and the values of `fields` are text in the user's language. */
export type ActionFailureCode =
  | "invalid"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "too-many"
  | "unexpected";

export type ActionFailure = {
  ok: false;
  code: ActionFailureCode;
  message?: string;
  /** Error text by the name of the field it concerns. */
  fields?: Record<string, string>;
  /** Given to support to find the error in the log; the error's own text stays on the server. */
  requestId?: string;
};

export type ActionResult<T> = { ok: true; data: T } | ActionFailure;

/** A server action made by `defineAction`: which organization it acts in is said by the page that calls it. */
export type ServerAction<I, T> = (organization: string, input: FormData | I) => Promise<ActionResult<T>>;
