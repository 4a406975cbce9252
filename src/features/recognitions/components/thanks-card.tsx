import { Heart, Trash2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { Badge } from "@/ui/badge";
import { ConfirmButton } from "@/ui/confirm-button";
import { Moment } from "@/ui/moment";
import { removeThanksAction } from "../actions";
import type { Recognition } from "../schema";

/** One thanks on the wall: to whom, what for, from whom. */
export async function ThanksCard({ thanks, timeZone }: { thanks: Recognition; timeZone: string }) {
  const [t, times] = await Promise.all([getTranslations("recognitions"), getTimeTexts(timeZone)]);
  const { encounter, comment } = thanks;
  const details = [
    thanks.teamName,
    encounter &&
      t("card.encounter", { touchpoint: encounter.touchpoint, day: times.day(encounter.occurredAt) }),
  ].filter(Boolean);
  return (
    <li className="flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-surface px-4 py-4 shadow-card sm:px-5">
      <div className="flex items-start gap-3">
        <span
          aria-hidden
          className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-ink"
        >
          <Heart className="size-4" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-lg font-semibold text-balance break-words text-ink">
            {t("card.title", { name: thanks.toName })}
          </h2>
          {details.length > 0 && <p className="text-sm text-muted">{details.join(" · ")}</p>}
        </div>
        {thanks.mayRemove && (
          <ConfirmButton
            variant="ghost"
            size="small"
            iconOnly
            icon={<Trash2 aria-hidden className="size-4" />}
            aria-label={t("remove.label", { name: thanks.toName })}
            action={removeThanksAction}
            input={{ id: thanks.id }}
            confirmTitle={t("remove.title")}
            consequences={t("remove.text")}
            confirmLabel={t("remove.confirm")}
            successMessage={t("remove.done")}
          />
        )}
      </div>
      {thanks.isOffWall && (
        <div>
          <Badge>{t("card.offWall")}</Badge>
        </div>
      )}
      <p className="max-w-prose text-pretty break-words whitespace-pre-line text-ink">{thanks.message}</p>
      {comment && (
        <figure className="border-l-2 border-line-strong pl-3">
          <figcaption className="text-sm font-medium text-muted">{t("card.customerWrote")}</figcaption>
          <blockquote
            lang={comment.language}
            className="max-w-prose break-words whitespace-pre-line text-muted"
          >
            {comment.text}
          </blockquote>
        </figure>
      )}
      <p className="mt-auto flex flex-wrap gap-x-2 pt-1 text-sm text-muted">
        <span>{t("card.from", { name: thanks.fromName })}</span>
        <Moment iso={thanks.createdAt.toISOString()} text={times.day(thanks.createdAt)} />
      </p>
    </li>
  );
}
