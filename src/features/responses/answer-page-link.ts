/** Where our web server finds what the product offers it; they are one process and two bundles. */
const ANSWER_PAGES = Symbol.for("lastmetre.answer-pages");

/** A page that our web server may already have: its key, and what of it is this request's own. */
export type DescribedPage = { key: string; encounterLine: string | null };

/** Looks up what the page of a token would be now; null when it has to be rendered for this request. */
export type DescribePage = (token: string, search: URLSearchParams) => Promise<DescribedPage | null>;

/** Runs the server action a form names; gives the address to go to, null when the form is not of this build. */
export type SubmitForm = (form: FormData) => Promise<string | null>;

const ANSWER_FORMS = Symbol.for("lastmetre.answer-forms");

type Slot = { [ANSWER_PAGES]?: DescribePage; [ANSWER_FORMS]?: SubmitForm };

/** Offers the product's knowledge of its answer pages to our web server. */
export function offerAnswerPages(describe: DescribePage): void {
  (globalThis as Slot)[ANSWER_PAGES] = describe;
}

/** What the product offers; undefined until its answer page was loaded for the first time. */
export function offeredAnswerPages(): DescribePage | undefined {
  return (globalThis as Slot)[ANSWER_PAGES];
}

/** Offers our web server the actions of the answer page's forms; undefined where the build names none. */
export function offerAnswerForms(submit: SubmitForm | undefined): void {
  (globalThis as Slot)[ANSWER_FORMS] = submit;
}

/** What the product offers; undefined until its answer page was loaded for the first time. */
export function offeredAnswerForms(): SubmitForm | undefined {
  return (globalThis as Slot)[ANSWER_FORMS];
}
