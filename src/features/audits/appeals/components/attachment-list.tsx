"use client";

import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOrganizationSlug } from "@/ui/organization-context";
import type { AuditFile } from "../../schema";

/** What came with a message: pictures to look at, documents to open. */
export function AttachmentList({ auditId, files }: { auditId: string; files: AuditFile[] }) {
  const t = useTranslations("auditReview.talk");
  const organization = useOrganizationSlug();
  if (files.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap items-end gap-2">
      {files.map((file, index) => {
        const href = `/o/${organization}/audits/${auditId}/files/${file.id}`;
        return (
          <li key={file.id}>
            <a
              href={href}
              target="_blank"
              rel="noopener"
              className="block overflow-hidden rounded-md border border-line hover:border-line-strong"
            >
              {file.contentType === "image/jpeg" ? (
                // biome-ignore lint/performance/noImgElement: read through the scope's check; an optimizer would keep copies
                <img
                  src={href}
                  alt={t("attachmentPicture", { n: index + 1 })}
                  width={file.width ?? undefined}
                  height={file.height ?? undefined}
                  loading="lazy"
                  decoding="async"
                  className="h-24 w-auto max-w-48 bg-sunken object-cover"
                />
              ) : (
                <span className="flex min-h-11 items-center gap-2 px-3 text-accent-ink">
                  <FileText aria-hidden className="size-4" />
                  {t("attachmentPdf", { n: index + 1 })}
                </span>
              )}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
