import { getLocale, getTranslations } from "next-intl/server";
import { dayOf, formatDay, isoDay } from "@/features/audit-programmes/windows";
import type { Scope } from "@/server/scope";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Columns } from "@/ui/stack";
import { Stat } from "@/ui/stat";
import { type CycleFindings, findCycleFindings } from "../findings";
import type { CycleDetails } from "../queries/get-cycle";
import type { CycleSubject } from "../queries/list-cycle-subjects";

/** How far a cycle is, what happens next, and what is worth a look before it does. */
export async function CycleOverview({
  scope,
  cycle,
  subjects,
}: {
  scope: Scope;
  cycle: CycleDetails;
  subjects: CycleSubject[];
}) {
  const t = await getTranslations("evaluationCycles.overview");
  const locale = await getLocale();
  const { status } = cycle;
  const today = dayOf(scope.now, scope.timeZone);
  const findings = findCycleFindings(subjects);
  const released = subjects.filter((subject) => subject.released !== null).length;
  const isPassed = isoDay(cycle.closesOn) < today && (status === "draft" || status === "nomination");
  const next = isPassed ? "passed" : status === "closed" && cycle.releasedAt ? "released" : status;
  const days = {
    opens: formatDay(isoDay(cycle.opensOn), locale),
    closes: formatDay(isoDay(cycle.closesOn), locale),
  };
  const isAnswered = status === "collecting" || status === "closed";
  return (
    <>
      <Callout tone={isPassed ? "warning" : "info"} title={t(`next.${next}.title`, days)}>
        {t(`next.${next}.text`, days)}
      </Callout>
      {isAnswered && findings.subjects > 0 && (
        <Columns count={3}>
          <Card>
            <Stat label={t("subjects")} value={findings.subjects} />
          </Card>
          <Card>
            <Stat
              label={t("enough")}
              value={t("ofAll", { count: findings.enough, all: findings.subjects })}
              help={t("enoughHelp", { k: cycle.anonymityK })}
            />
          </Card>
          <Card>
            <Stat label={t("released")} value={t("ofAll", { count: released, all: findings.subjects })} />
          </Card>
        </Columns>
      )}
      {(status === "draft" || status === "nomination" || status === "collecting") && (
        <Findings findings={findings} />
      )}
    </>
  );
}

async function Findings({ findings }: { findings: CycleFindings }) {
  const t = await getTranslations("evaluationCycles.findings");
  const kinds = (["withoutManager", "tooFewRaters", "proposals"] as const).filter(
    (kind) => findings[kind] > 0,
  );
  if (kinds.length === 0) return null;
  return (
    <Callout tone="warning" title={t("title")}>
      <ul className="mt-1 list-disc pl-4">
        {kinds.map((kind) => (
          <li key={kind}>{t(kind, { count: findings[kind] })}</li>
        ))}
      </ul>
    </Callout>
  );
}
