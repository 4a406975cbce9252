"use client";

import Link from "next/link";
import { Card } from "../card";
import { Moment } from "../moment";

/** A published version in words, its time already written out. */
export type VersionRow = {
  number: number;
  name: string;
  href: string;
  publishedAt: string;
  publishedAtText: string;
  publishedBy: string | null;
  /** Of it, in a few words: how often it was used, that it is the newest. */
  remark?: string;
  changes?: { href: string; label: string };
};

/** What has been published and when; each version can be read as it was. `none` is said when there is nothing. */
export function VersionsCard({
  title,
  description,
  none,
  versions,
}: {
  title: string;
  description: string;
  none: string;
  versions: VersionRow[];
}) {
  return (
    <Card title={title} description={description} flush={versions.length > 0}>
      {versions.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line border-t border-line">
          {versions.map((version) => (
            <li
              key={version.number}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 sm:px-5"
            >
              <Link className="text-link" href={version.href}>
                {version.name}
              </Link>
              <span className="text-muted">
                <Moment iso={version.publishedAt} text={version.publishedAtText} />
                {version.publishedBy && `, ${version.publishedBy}`}
              </span>
              {version.remark && <span className="text-sm text-muted">{version.remark}</span>}
              {version.changes && (
                <Link className="text-link sm:ml-auto" href={version.changes.href}>
                  {version.changes.label}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
