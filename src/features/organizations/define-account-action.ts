import "server-only";
import type { z } from "zod";
import type { ServerAction } from "@/server/action-result";
import { definePublicAction } from "@/server/define-action";
import { NotFoundError } from "@/server/errors";
import { type CurrentUser, findCurrentUser } from "@/server/session";

/** Makes an action on the signed-in user's own account, in the shape the forms call: the organization is not looked at. */
export function defineAccountAction<S extends z.ZodType, T>(definition: {
  input: S;
  run: (user: CurrentUser, input: z.output<S>) => Promise<T>;
}): ServerAction<z.input<S>, T> {
  return defineOpenAction({
    input: definition.input,
    async run(input) {
      const user = await findCurrentUser();
      if (!user) throw new NotFoundError("signedOut");
      return definition.run(user, input);
    },
  });
}

/** Makes an action that needs nobody to be signed in, in the shape the forms call. */
export function defineOpenAction<S extends z.ZodType, T>(definition: {
  input: S;
  run: (input: z.output<S>) => Promise<T>;
}): ServerAction<z.input<S>, T> {
  const action = definePublicAction(definition);
  return (_organization, input) => action(input);
}
