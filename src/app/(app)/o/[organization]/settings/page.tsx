import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listSettings } from "@/features/organizations/navigation";
import { requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("navigation"))("groups.settings") };
}

export default async function SettingsPage({ params }: PageProps<"/o/[organization]/settings">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "organization.enter");
  const settings = scope.role ? await listSettings(organization, scope.role) : [];
  if (settings.length === 0) notFound();
  const t = await getTranslations("navigation");
  return (
    <>
      <PageHeader title={t("groups.settings")} />
      <ul className="grid gap-3 sm:grid-cols-2">
        {settings.map((setting) => (
          <li key={setting.href}>
            <Link
              href={setting.href}
              className="flex h-full items-start gap-3.5 rounded-xl border border-line bg-surface px-4 py-4 shadow-card transition-colors hover:border-line-strong hover:bg-hover sm:px-5"
            >
              <span className="mt-0.5 grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-ink [&_svg]:size-4.5">
                {setting.icon}
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-semibold text-ink">{setting.label}</span>
                <span className="block text-muted">{setting.description}</span>
              </span>
              <ChevronRight aria-hidden className="mt-1 size-4 shrink-0 text-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
