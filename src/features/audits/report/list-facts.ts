import { countVisitMinutes } from "../rules";
import type { AuditReport, ReportSource } from "./report";
import type { ReportTexts } from "./report-texts";

/** What the visit was: where, when, how, about whom, by which form. Who made a mystery visit only for those who may know. */
export function listFacts(source: ReportSource, texts: ReportTexts): AuditReport["facts"] {
  const { t, common } = texts;
  const isObservation = source.kind === "observation";
  const facts: [label: string, value: string | null | undefined][] = [
    [t("fact.location"), source.location.name],
    [t("fact.touchpoint"), source.touchpoint.name],
    [t("fact.channel"), common(`channel.${source.channel}`)],
    [t("fact.encounterType"), source.encounterType?.name],
    [t("fact.employee"), source.employee?.name],
    [t("fact.visit"), tellVisit(source, texts)],
    [t("fact.duration"), tellDuration(source, texts)],
    [t("fact.programme"), source.programme?.name],
    [t("fact.form"), t("fact.formVersion", { name: source.form.formName, number: source.form.number })],
    [
      t(isObservation ? "fact.observer" : "fact.auditor"),
      isObservation || source.mayKnowAuditor ? source.auditor.name : null,
    ],
    [t("fact.published"), source.publishedAt && texts.day(source.publishedAt)],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** "21 Nov 2026, 14:05–14:25"; over midnight both days. */
function tellVisit({ visitStartedAt: start, visitEndedAt: end }: ReportSource, { day, time }: ReportTexts) {
  if (!start) return null;
  const begun = `${day(start)}, ${time(start)}`;
  if (!end) return begun;
  return day(start) === day(end) ? `${begun}–${time(end)}` : `${begun} – ${day(end)}, ${time(end)}`;
}

function tellDuration({ visitStartedAt: start, visitEndedAt: end }: ReportSource, { duration }: ReportTexts) {
  const minutes = countVisitMinutes(start, end);
  return minutes === null ? null : duration(minutes * 60);
}
