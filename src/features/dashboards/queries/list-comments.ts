import "server-only";
import { cache } from "react";
import { Prisma } from "@/generated/prisma/client";
import type { Channel } from "@/generated/prisma/enums";
import type { MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { commentsInPeriod, searchQuery } from "../comments-sql";
import { HIGHLIGHT_START, HIGHLIGHT_STOP } from "../highlight";
import type { CommentFilters, Slice } from "../schema";

/** A response with words in it. Texts carry HIGHLIGHT_START/STOP around what was searched for. */
export type CommentRow = {
  id: string;
  /** Of an anonymous response only the day is known. */
  answeredAt: Date;
  isAnonymous: boolean;
  language: string;
  followUp: string | null;
  comment: string | null;
  metric: MetricKey;
  score: number;
  touchpointId: string;
  /** Null for an anonymous response: with day and place it would soon be one customer. */
  employeeId: string | null;
  /** Null where an imported answer does not tell. */
  locationId: string | null;
  channel: Channel;
};

/** The period's comments, latest first, with the score of the main question each came with. */
export const listComments = cache(
  async (
    scope: Scope,
    slice: Slice,
    filters: CommentFilters,
    page: number,
    pageSize = PAGE_SIZE,
  ): Promise<Page<CommentRow>> => {
    const { skip, take } = pageWindow(page, pageSize);
    const condition = commentsInPeriod(scope, slice, filters);
    const { rows, total } = await withScope(scope, async (tx) => {
      const found = await tx.$queryRaw<CommentRow[]>`
        with found as materialized (
          select responses.*, main_answers.metric, main_answers.score
            from ${COMMENTED}
           where ${condition}
           order by responses.answered_at desc, responses.id desc
           limit ${take} offset ${skip}
        )
        select responses.id, answered_at as "answeredAt", language,
               ${markedText("follow_up", filters.query)} as "followUp", ${markedText("comment", filters.query)} as comment,
               metric::text as metric, score::int as score, touchpoint_id as "touchpointId",
               encounter_id is null and answer_import_id is null as "isAnonymous",
               case when encounter_id is not null or answer_import_id is not null then employee_id end as "employeeId",
               location_id as "locationId", channel::text as channel
          from found as responses
         order by answered_at desc, id desc`;
      // Fewer than asked for: that was all.
      if (found.length < take && (found.length > 0 || skip === 0))
        return { rows: found, total: skip + found.length };
      if (found.length === 0) return { rows: found, total: 0 };
      const [counted] = await tx.$queryRaw<{ total: number }[]>`
        select count(*)::int as total from ${filters.metric || filters.band || filters.score !== null ? COMMENTED : RESPONSES}
         where ${condition}`;
      return { rows: found, total: counted?.total ?? found.length };
    });
    // Beyond the last page, as after a filter was narrowed: the first one.
    if (rows.length === 0 && page > 1) return listComments(scope, slice, filters, 1, pageSize);
    return { rows, total, page, pageSize };
  },
);

const RESPONSES = Prisma.sql`responses`;
/** Every response that was stored came with an answer to its main question. */
const COMMENTED = Prisma.sql`responses
  join answers as main_answers on main_answers.organization_id = responses.organization_id
                              and main_answers.response_id = responses.id and main_answers.is_main`;

/** A text with the words searched for marked; marks that a respondent typed are taken out first. */
function markedText(column: "follow_up" | "comment", words: string): Prisma.Sql {
  const text = Prisma.sql`translate(${Prisma.raw(column)}, ${HIGHLIGHT_START + HIGHLIGHT_STOP}, '')`;
  if (!words) return text;
  const configuration = Prisma.sql`case language when 'fi' then 'finnish'::regconfig when 'sv' then 'swedish'::regconfig
                                                 else 'english'::regconfig end`;
  const options = `StartSel=${HIGHLIGHT_START}, StopSel=${HIGHLIGHT_STOP}, HighlightAll=true`;
  return Prisma.sql`ts_headline(${configuration}, ${text}, ${searchQuery(words)}, ${options})`;
}
