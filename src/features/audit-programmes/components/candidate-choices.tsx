"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/ui/checkbox";
import type { Candidate } from "../queries/list-candidates";
import type { AssignmentProblem } from "../rules";

/** As many as can make one visit: two of them make a double visit. */
const MOST_CHOSEN = 2;

/** Who can be given the visit; beside the others why they cannot. */
export function CandidateChoices({
  candidates,
  pending,
}: {
  candidates: Candidate[] | null;
  pending: boolean;
}) {
  const t = useTranslations("programmes.assign");
  const say = useProblemText();
  const [chosen, setChosen] = useState<string[]>([]);
  if (candidates === null) return <p className="text-muted">{t(pending ? "looking" : "placeFirst")}</p>;
  if (candidates.length === 0) return <p className="text-muted">{t("nobody")}</p>;
  const toggle = (memberId: string, isChosen: boolean) =>
    setChosen((current) => (isChosen ? [...current, memberId] : current.filter((id) => id !== memberId)));
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {candidates.map((candidate) => {
        const { memberId, refusals, warnings } = candidate;
        const isRefused = refusals.length > 0;
        const isChosen = chosen.includes(memberId) && !isRefused;
        return (
          <li key={memberId} className="px-3.5 py-1">
            <Checkbox
              name="memberIds[]"
              value={memberId}
              checked={isChosen}
              disabled={isRefused || (!isChosen && chosen.length >= MOST_CHOSEN)}
              onChange={(event) => toggle(memberId, event.target.checked)}
              label={candidate.name}
              hint={
                <>
                  {t("openVisits", { count: candidate.openVisits })}
                  {[...refusals, ...warnings].map((problem, index) => (
                    <span
                      key={say(problem)}
                      className={`block ${index < refusals.length ? "text-danger" : "text-warning"}`}
                    >
                      {say(problem)}
                    </span>
                  ))}
                </>
              }
            />
          </li>
        );
      })}
    </ul>
  );
}

/** A problem of the rules in words. */
function useProblemText(): (problem: AssignmentProblem) => string {
  const t = useTranslations("programmes.problems");
  const format = useFormatter();
  const day = (text: string) =>
    format.dateTime(new Date(`${text}T12:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  return (problem) => {
    switch (problem.code) {
      case "conflictOfLocation":
        return t("conflictOfLocation", { reason: problem.reason });
      case "conflictOfEmployee":
        return t("conflictOfEmployee", { employee: problem.employee, reason: problem.reason });
      case "tooManyInDay":
        return t("tooManyInDay", { most: problem.most, day: day(problem.day) });
      case "tooSoonAtLocation": {
        const values = { days: problem.days, other: day(problem.otherDay) };
        return problem.earliest
          ? t("tooSoonPartly", { ...values, earliest: day(problem.earliest) })
          : t("tooSoon", values);
      }
    }
  };
}
