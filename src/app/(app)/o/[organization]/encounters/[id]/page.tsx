import { Heart, MessageCircleQuestion } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DeleteButton } from "@/features/encounters/components/delete-button";
import { StateBadge } from "@/features/encounters/components/state-badge";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { Timeline } from "@/features/encounters/components/timeline";
import { getEncounter } from "@/features/encounters/queries/get-encounter";
import type { EncounterDetail } from "@/features/encounters/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import { orNotFound, requireScope } from "@/server/session";
import { AutoRefresh } from "@/ui/auto-refresh";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { type KeyValue, KeyValueList } from "@/ui/key-value-list";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("encounters"))("detail.title") };
}

export default async function EncounterPage({ params }: PageProps<"/o/[organization]/encounters/[id]">) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "encounters.read");
  const encounter = await orNotFound(getEncounter(scope, id));
  const [t, times] = await Promise.all([getTranslations("encounters"), getTimeTexts(scope.timeZone)]);
  const base = `/o/${organization}`;
  const path = `${base}/encounters`;
  const { state, customer } = encounter;
  const customerName = customer?.isErased
    ? t("erasedPerson")
    : (customer?.name ?? customer?.email ?? t("unnamed"));

  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: path }]}
        title={customerName}
        description={`${encounter.touchpoint.name} · ${times.moment(encounter.occurredAt)}`}
        badge={state.kind === "not_invited" ? null : <StateBadge state={state} times={times} />}
        actions={
          <>
            {encounter.employee.id === scope.employeeId ? (
              <LinkButton
                href={`${base}/feedback/ask?encounter=${encounter.id}`}
                icon={<MessageCircleQuestion aria-hidden className="size-4" />}
              >
                {t("detail.askFeedback")}
              </LinkButton>
            ) : (
              <LinkButton
                href={`${base}/recognition/new?to=${encounter.employee.id}&encounter=${encounter.id}`}
                icon={<Heart aria-hidden className="size-4" />}
              >
                {t("detail.thank")}
              </LinkButton>
            )}
            {encounter.canBeDeleted && (
              <ClientMessages namespaces={["encounters"]}>
                <DeleteButton encounterId={encounter.id} listHref={path} />
              </ClientMessages>
            )}
          </>
        }
      />
      <Stack gap="large">
        {state.kind === "deciding" && (
          <>
            <AutoRefresh everySeconds={3} />
            <Callout>{t("reasonTexts.deciding")}</Callout>
          </>
        )}
        {state.kind === "not_invited" && (
          <Callout
            tone={state.reason === "channel_failed" || state.reason === "undeliverable" ? "warning" : "info"}
            title={t("detail.notInvited", { reason: t(`reasons.${state.reason}`).toLocaleLowerCase() })}
          >
            {state.reason === "quarantined" && state.until
              ? t("reasonTexts.quarantinedUntil", { until: times.day(state.until) })
              : t(`reasonTexts.${state.reason}`)}
          </Callout>
        )}
        {state.kind === "asked_anonymously" && <Callout>{t("detail.anonymous")}</Callout>}
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Card title={t("detail.facts")}>
            <KeyValueList items={await listFacts(encounter, scope, base)} />
            <p className="mt-4 text-sm text-muted">{t("detail.frozen")}</p>
          </Card>
          <Card title={t("detail.timeline")}>
            <Timeline encounter={encounter} now={scope.now} moment={times.moment} />
          </Card>
        </div>
      </Stack>
    </>
  );
}

async function listFacts(encounter: EncounterDetail, scope: Scope, base: string): Promise<KeyValue[]> {
  const t = await getTranslations("encounters");
  const common = await getTranslations("common");
  const times = await getTimeTexts(scope.timeZone);
  const { customer, invitation } = encounter;
  const isManager = hasPermission(scope.role, "customers.manage");
  const link = (href: string, text: string) =>
    isManager ? (
      <Link href={href} className="text-link">
        {text}
      </Link>
    ) : (
      text
    );
  const facts: (KeyValue | null)[] = [
    {
      label: t("detail.customer"),
      value: !customer
        ? t("unnamed")
        : link(
            `${base}/customers/${customer.id}`,
            customer.isErased ? t("erasedPerson") : (customer.name ?? customer.email ?? t("unnamed")),
          ),
    },
    customer?.name && customer.email ? { label: t("form.customerEmail"), value: customer.email } : null,
    { label: t("detail.occurredAt"), value: times.moment(encounter.occurredAt) },
    {
      label: t("detail.touchpoint"),
      value: `${encounter.touchpoint.name} (${common(`stage.${encounter.touchpoint.stage}`).toLocaleLowerCase()})`,
    },
    { label: t("detail.employee"), value: encounter.employee.name },
    { label: t("detail.location"), value: encounter.location.name },
    { label: t("detail.encounterType"), value: encounter.encounterType.name },
    { label: t("detail.channel"), value: common(`channel.${encounter.channel}`) },
    encounter.segment ? { label: t("detail.segment"), value: encounter.segment } : null,
    encounter.externalReference ? { label: t("detail.reference"), value: encounter.externalReference } : null,
    {
      label: t("detail.source"),
      value: (
        <>
          {t(`detail.sources.${encounter.source}`)}
          {encounter.importId && hasPermission(scope.role, "encounters.import") && (
            <>
              {" · "}
              <Link href={`${base}/imports/${encounter.importId}`} className="text-link">
                {t("detail.openImport")}
              </Link>
            </>
          )}
        </>
      ),
    },
    invitation
      ? {
          label: t("detail.survey"),
          value: hasPermission(scope.role, "surveys.manage") ? (
            <Link href={`${base}/surveys/${invitation.surveyId}`} className="text-link">
              {invitation.surveyName}
            </Link>
          ) : (
            invitation.surveyName
          ),
        }
      : null,
    invitation
      ? {
          label: t("detail.language"),
          value: common(`language.${invitation.language as "fi" | "sv" | "en"}`),
        }
      : null,
  ];
  return facts.filter((fact) => fact !== null);
}
