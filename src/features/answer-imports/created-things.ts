import { z } from "zod";

const ids = z.array(z.uuid()).default([]);

/** Ids of what an import created (column `created`): its undo removes what nothing else uses. */
export const createdThings = z.object({ touchpoint: ids, employee: ids, location: ids, encounterType: ids });
export type CreatedThings = z.output<typeof createdThings>;
