import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { JourneyTouchpoint } from "../schema";
import { touchpointIsUsed } from "../usage-sql";

/** All touchpoints in the order of the journey, the archived ones too (by name, after the others of the stage). */
export async function listJourney(scope: Scope): Promise<JourneyTouchpoint[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<JourneyTouchpoint[]>`
      select t.id, t.name, t.public_names as "publicNames", t.stage::text as stage, t.channel::text as channel,
             t.is_critical as "isCritical", t.archived_at is not null as "isArchived", ${touchpointIsUsed} as "isUsed"
        from touchpoints t
       where t.organization_id = ${scope.organizationId}::uuid
       order by t.stage, t.archived_at is not null,
                case when t.archived_at is null then t.position end, t.name collate "fi-x-icu", t.id`,
  );
}
