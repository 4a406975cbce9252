import { Rocket } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { finishSetupAction } from "@/features/organizations/actions/setup";
import { getSetupProgress } from "@/features/organizations/queries/get-setup-progress";
import { listSetupSteps, SETUP_STEPS } from "@/features/organizations/setup-steps";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import { ActionButton } from "@/ui/action-button";
import { LinkButton } from "@/ui/link-button";
import { ProgressBar } from "@/ui/progress-bar";

/** On the overview of a new organization: what comes next, until the owner has finished or dismissed the set-up. */
export async function SetupBanner({ scope, slug }: { scope: Scope; slug: string }) {
  if (!hasPermission(scope.role, "organization.manage")) return null;
  const progress = await getSetupProgress(scope);
  if (progress.finishedAt) return null;
  const t = await getTranslations("setup");
  const steps = listSetupSteps(progress);
  const done = steps.filter(({ state }) => state === "done").length;
  const current = steps.find(({ state }) => state === "current")?.step;
  return (
    <section
      aria-label={t("title")}
      className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-4 rounded-xl border border-accent/25 bg-accent-soft px-4 py-4 sm:px-5"
    >
      <Rocket aria-hidden className="size-6 shrink-0 text-accent-ink" />
      <div className="min-w-0 flex-[1_1_18rem]">
        <h2 className="font-semibold text-ink">
          {current ? t("banner.next", { step: t(`steps.${current}.title`) }) : t("banner.complete")}
        </h2>
        <p className="text-muted">{current ? t(`steps.${current}.text`) : t("banner.completeText")}</p>
        <div className="mt-2.5 max-w-xs">
          <ProgressBar
            label={t("banner.progress")}
            value={done}
            max={SETUP_STEPS.length}
            text={t("banner.done", { done, total: SETUP_STEPS.length })}
          />
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <ActionButton action={finishSetupAction} input={{}} variant="ghost" successMessage={t("dismissed")}>
          {current ? t("banner.dismiss") : t("finish")}
        </ActionButton>
        {current && (
          <LinkButton href={`/o/${slug}/setup`} variant="primary">
            {done === 0 ? t("banner.start") : t("banner.continue")}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
