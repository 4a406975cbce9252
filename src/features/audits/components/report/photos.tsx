import { useTranslations } from "next-intl";
import type { AuditFile } from "../../schema";

/** Evidence as thumbnails that open in full size in a tab of their own. */
export function Photos({
  photos,
  filesHref,
  name,
}: {
  photos: readonly AuditFile[];
  /** Where the audit's files are, without the id. */
  filesHref: string;
  /** What the n-th photo shows. */
  name: (n: number) => string;
}) {
  const t = useTranslations("auditReport");
  if (photos.length === 0) return null;
  return (
    <ul className="mt-2.5 flex flex-wrap gap-2">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <a
            href={`${filesHref}/${photo.id}`}
            target="_blank"
            rel="noopener"
            title={t("item.openPhoto")}
            className="block overflow-hidden rounded-md border border-line hover:border-line-strong"
          >
            {/* biome-ignore lint/performance/noImgElement: read through the scope's check; an optimizer would keep copies */}
            <img
              src={`${filesHref}/${photo.id}?size=small`}
              alt={name(index + 1)}
              width={photo.width ?? undefined}
              height={photo.height ?? undefined}
              loading="lazy"
              decoding="async"
              className="h-28 w-auto max-w-56 bg-sunken object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
