import "server-only";
import { Prisma } from "@/generated/prisma/client";

/** SQL condition on `touchpoints t`: something points to it that deleting would leave without its touchpoint. */
export const touchpointIsUsed = Prisma.sql`(
  exists (select 1 from encounters u where u.organization_id = t.organization_id and u.touchpoint_id = t.id)
  or exists (select 1 from responses u where u.organization_id = t.organization_id and u.touchpoint_id = t.id)
  or exists (select 1 from survey_touchpoints u where u.organization_id = t.organization_id and u.touchpoint_id = t.id))`;

/** SQL condition on `encounter_types t`: something points to it that deleting would leave without its type. */
export const encounterTypeIsUsed = Prisma.sql`(
  exists (select 1 from encounters u where u.organization_id = t.organization_id and u.encounter_type_id = t.id)
  or exists (select 1 from responses u where u.organization_id = t.organization_id and u.encounter_type_id = t.id)
  or exists (select 1 from survey_encounter_types u
              where u.organization_id = t.organization_id and u.encounter_type_id = t.id))`;
