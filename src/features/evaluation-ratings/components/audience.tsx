import { fillPlaceholders } from "@/features/invitations/texts";
import { describeAudience } from "../rules/audience";
import type { RaterPage, RaterTask } from "../schema";
import type { RaterTexts } from "../texts";

/** Who will see what of a rater's answers about one subject. */
export function Audience({
  page,
  task,
  texts,
}: {
  page: Pick<RaterPage, "cycle" | "organization">;
  task: Pick<RaterTask, "subject" | "group">;
  texts: RaterTexts;
}) {
  const { subject, group } = task;
  const audience = describeAudience(page.cycle, subject, group);
  const values = {
    k: String(audience.k),
    commentK: String(audience.commentK),
    distributionFrom: String(audience.distributionFrom),
    group: texts.groups[group],
    subject: subject.name,
    manager: subject.managerName,
    days: String(page.cycle.subjectSeesAfterDays),
    organization: page.organization.name,
  };
  const { readers } = texts.audience;
  return (
    <div className="audience">
      <ul>
        {audience.statements.map((statement) => (
          <li key={statement}>{fillPlaceholders(texts.audience[statement], values)}</li>
        ))}
      </ul>
      {audience.readers.length === 0 ? (
        <p>{texts.audience.nobody}</p>
      ) : (
        <>
          <p>
            <strong>{texts.audience.readersTitle}</strong>
          </p>
          <ul>
            {audience.readers.map((reader) => (
              <li key={reader}>{fillPlaceholders(readers[reader], values)}</li>
            ))}
          </ul>
          <p>{texts.audience.nobodyElse}</p>
        </>
      )}
    </div>
  );
}
