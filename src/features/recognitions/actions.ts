"use server";

import { searchColleagues } from "@/features/peer-feedback/queries/search-colleagues";
import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";
import { removeThanks } from "./commands/remove-thanks";
import { setShownOnWall } from "./commands/set-shown-on-wall";
import { thankColleague } from "./commands/thank-colleague";
import { shownOnWallInput, thankedSearchInput, thanksIdInput, thanksInput } from "./schema";

const permission = "recognitions.use";

export const thankColleagueAction = defineAction({
  input: thanksInput,
  permission,
  run: (scope, input) => thankColleague(scope, input),
});

export const removeThanksAction = defineAction({
  input: thanksIdInput,
  permission,
  run: (scope, { id }) => thenRefresh(removeThanks(scope, id)),
});

export const setShownOnWallAction = defineAction({
  input: shownOnWallInput,
  permission,
  run: (scope, { isShown }) => thenRefresh(setShownOnWall(scope, isShown)),
});

/** Everybody who can be thanked, as the combobox shows them. */
export const searchThankedAction = defineAction({
  input: thankedSearchInput,
  permission,
  run: (scope, { query }) => searchColleagues(scope, query),
});
