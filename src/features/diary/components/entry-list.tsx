import { Eye, Lock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/ui/badge";
import type { DiaryEntry } from "../schema";
import { FeelingChanges } from "./feeling-change";

/** One's own entries in a list; each says whether anybody else sees it. */
export function EntryList({
  entries,
  path,
  day,
}: {
  entries: DiaryEntry[];
  path: string;
  day: (date: Date) => string;
}) {
  const t = useTranslations("diary");
  return (
    <ul aria-label={t("title")} className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.id} className="relative flex flex-col gap-1.5 px-4 py-4 hover:bg-hover sm:px-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              href={`${path}/${entry.id}`}
              className="font-medium text-ink after:absolute after:inset-0 hover:underline"
            >
              {[day(entry.happenedOn), entry.encounter?.touchpoint, entry.encounter?.customer]
                .filter(Boolean)
                .join(" · ")}
            </Link>
            <SharingBadge entry={entry} />
          </div>
          <FeelingChanges entry={entry} />
          {(entry.whatIDid || entry.nextTime) && (
            <p className="line-clamp-2 max-w-prose break-words text-muted">
              {entry.whatIDid || entry.nextTime}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who sees an entry besides its writer. */
export function SharingBadge({ entry }: { entry: Pick<DiaryEntry, "sharedWith"> }) {
  const t = useTranslations("diary");
  return entry.sharedWith ? (
    <Badge tone="accent" icon={<Eye aria-hidden className="size-3" />}>
      {t("share.badge", { name: entry.sharedWith.name })}
    </Badge>
  ) : (
    <Badge icon={<Lock aria-hidden className="size-3" />}>{t("share.private")}</Badge>
  );
}
