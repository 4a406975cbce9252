import "server-only";
import { getURLFromRedirectError } from "next/dist/client/components/redirect";
import { isRedirectError } from "next/dist/client/components/redirect-error";
import { log } from "@/server/log";
import { submitDetailsAction, submitScoreAction } from "./actions";
import { offerAnswerForms } from "./answer-page-link";

type FormAction = (form: FormData) => Promise<void>;

/** The name under which React writes an action into its form; the build gives it. */
const idOf = (action: FormAction) => (action as { $$id?: string }).$$id;

/**
 * Offers our web server the server actions of the answer page's forms, by the field that names each in its form. Next
 * needs several times as long to find and call an action as the action takes (docs/decisions/0011-answer-page-cache.md).
 */
export function offerActionsOfAnswerPages(): void {
  const actions = new Map<string, FormAction>();
  for (const action of [submitScoreAction, submitDetailsAction]) {
    const id = idOf(action);
    if (id) actions.set(`$ACTION_ID_${id}`, action);
  }
  offerAnswerForms(actions.size > 0 ? (form) => submitForm(actions, form) : undefined);
}

/**
 * Runs the action that a form names and gives the address it ends in; null when the form names none of this build's.
 * What the action throws is logged, and thrown on.
 */
export async function submitForm(
  actions: ReadonlyMap<string, FormAction>,
  form: FormData,
): Promise<string | null> {
  const name = [...form.keys()].find((field) => actions.has(field));
  const action = name === undefined ? undefined : actions.get(name);
  if (!action) return null;
  try {
    await action(form);
  } catch (error) {
    if (isRedirectError(error)) return getURLFromRedirectError(error);
    log("error", "request failed", { method: "POST", route: "/s/[token]", error });
    throw error;
  }
  throw new Error("the action of a respondent's form ended without a redirect");
}
