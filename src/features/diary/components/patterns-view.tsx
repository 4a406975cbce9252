import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import type { ChartTone } from "@/ui/charts/chart-tone";
import { StackedShareBar } from "@/ui/charts/stacked-share-bar";
import { Columns, Stack } from "@/ui/stack";
import { Table } from "@/ui/table";
import { FEELINGS, MOMENTS, TONES } from "../feelings";
import type { DiaryPatterns, ToneCounts } from "../queries/get-diary-patterns";

const TONE_COLOURS = { pleasant: "accent", neutral: "neutral", unpleasant: "signal" } as const;
const CHANGE_COLOURS = { better: "accent", same: "neutral", worse: "signal" } as const;

/** Counts as parts of a bar; each part says how many entries it is. */
function toParts<K extends string>(
  counts: Record<K, number>,
  order: readonly K[],
  tones: Record<K, ChartTone>,
  label: (key: K) => string,
) {
  const sum = order.reduce((total, key) => total + counts[key], 0);
  return order.map((key) => ({
    label: label(key),
    share: sum === 0 ? 0 : counts[key] / sum,
    text: String(counts[key]),
    tone: tones[key],
  }));
}

/** What one's own entries have in common, in counts of entries: there are too few of them for anything finer. */
export function PatternsView({ patterns }: { patterns: DiaryPatterns }) {
  const t = useTranslations("diary");
  return (
    <Stack gap="large">
      <Columns count={2}>
        {(["own", "customer"] as const).map((who) => (
          <Card key={who} title={t(`patterns.change.${who}`)} description={t("patterns.changeText")}>
            <StackedShareBar
              label={t(`patterns.change.${who}`)}
              parts={toParts(patterns.changes[who], ["better", "same", "worse"], CHANGE_COLOURS, (key) =>
                t(`patterns.turned.${key}`),
              )}
            />
          </Card>
        ))}
      </Columns>
      {patterns.afterUnpleasantStart.entries > 0 && (
        <Card
          title={t("patterns.hardTitle")}
          description={t("patterns.hardText", { count: patterns.afterUnpleasantStart.entries })}
        >
          <Columns count={2} gap="large">
            {(["customer", "own"] as const).map((who) => (
              <div key={who}>
                <p className="mb-1.5 font-medium">{t(`patterns.end.${who}`)}</p>
                <ToneBar label={t(`patterns.end.${who}`)} counts={patterns.afterUnpleasantStart[who]} />
              </div>
            ))}
          </Columns>
        </Card>
      )}
      <MonthsCard months={patterns.months} />
      <FeelingsCard feelings={patterns.feelings} />
    </Stack>
  );
}

function ToneBar({ label, counts, compact }: { label: string; counts: ToneCounts; compact?: boolean }) {
  const t = useTranslations("diary");
  return (
    <StackedShareBar
      label={label}
      compact={compact}
      parts={toParts(counts, TONES, TONE_COLOURS, (tone) => t(`tones.${tone}`))}
    />
  );
}

function MonthsCard({ months }: { months: DiaryPatterns["months"] }) {
  const t = useTranslations("diary");
  const format = useFormatter();
  const ends = (who: "own" | "customer") => ({
    key: who,
    header: t(`patterns.end.${who}`),
    width: "34%",
    cell: (row: DiaryPatterns["months"][number]) => (
      <div className="flex flex-col gap-1 py-0.5">
        <ToneBar compact label={t(`patterns.end.${who}`)} counts={row[who]} />
        <span className="text-sm text-muted">{t("patterns.counts", row[who])}</span>
      </div>
    ),
  });
  return (
    <Card title={t("patterns.monthsTitle")} description={t("patterns.monthsText")} flush>
      <Table
        caption={t("patterns.monthsTitle")}
        onPhone="cards"
        columns={[
          {
            key: "month",
            header: t("patterns.month"),
            rowHeader: true,
            cell: (row) =>
              format.dateTime(new Date(`${row.month}-01`), {
                month: "long",
                year: "numeric",
                timeZone: "UTC",
              }),
          },
          { key: "entries", header: t("patterns.entries"), align: "end", cell: (row) => row.entries },
          ends("own"),
          ends("customer"),
        ]}
        rows={months}
        rowKey={(row) => row.month}
      />
    </Card>
  );
}

function FeelingsCard({ feelings }: { feelings: DiaryPatterns["feelings"] }) {
  const t = useTranslations("diary");
  const countOf = (feeling: string, moment: string) =>
    feelings.find((row) => row.feeling === feeling && row.moment === moment)?.count ?? 0;
  const rows = FEELINGS.filter((feeling) => feelings.some((row) => row.feeling === feeling));
  return (
    <Card title={t("patterns.feelingsTitle")} description={t("patterns.feelingsText")} flush>
      <Table
        caption={t("patterns.feelingsTitle")}
        columns={[
          {
            key: "feeling",
            header: t("patterns.feeling"),
            rowHeader: true,
            cell: (feeling) => t(`feelings.${feeling}`),
          },
          ...MOMENTS.map((moment) => ({
            key: moment,
            header: t(`momentsShort.${moment}`),
            align: "end" as const,
            cell: (feeling: (typeof FEELINGS)[number]) => countOf(feeling, moment) || "–",
          })),
        ]}
        rows={rows}
        rowKey={(feeling) => feeling}
      />
    </Card>
  );
}
