import { getLocale, getTranslations } from "next-intl/server";
import type { CycleDetails } from "@/features/evaluation-cycles/queries/get-cycle";
import { Audience } from "@/features/evaluation-ratings/components/audience";
import { raterTexts } from "@/features/evaluation-ratings/texts";
import { getOrganizationSettings } from "@/features/organizations/queries/get-organization-settings";
import type { Scope } from "@/server/scope";

/** What raters read of who sees their answers: the raters' own page, for somebody with a named manager. */
export async function PromisePreview({ scope, cycle }: { scope: Scope; cycle: CycleDetails }) {
  const t = await getTranslations("evaluationCycles");
  const texts = raterTexts(await getLocale());
  const { name } = await getOrganizationSettings(scope);
  const page = { cycle, organization: { name, language: "", accentColor: "", hasLogo: false } };
  return (
    <div className="divide-y divide-line">
      {cycle.groups.map(({ raterGroup }) => (
        <details key={raterGroup} className="py-2">
          <summary className="cursor-pointer py-1 font-medium text-ink">
            {t("promise.asGroup", { group: t(`groups.${raterGroup}`) })}
          </summary>
          <div className="max-w-prose pb-2 text-ink [&_li]:mt-1 [&_p]:mt-2 [&_ul]:list-disc [&_ul]:pl-5">
            <Audience
              page={page}
              task={{
                group: raterGroup,
                subject: {
                  kind: raterGroup === "member" ? "team" : "employee",
                  name: t("promise.subject"),
                  managerName: t("promise.manager"),
                },
              }}
              texts={texts}
            />
          </div>
        </details>
      ))}
    </div>
  );
}
