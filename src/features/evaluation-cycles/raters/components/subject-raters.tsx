import { getTranslations } from "next-intl/server";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { KeyValueList } from "@/ui/key-value-list";
import { Stack } from "@/ui/stack";
import type { ListedGroup, SubjectRaters as Raters } from "../schema";
import { AddOwnPeopleButton } from "./add-own-people-button";
import { ApproveAllButton } from "./approve-all-button";
import { NominateForm } from "./nominate-form";
import { RaterRow } from "./rater-row";

/** The raters of one subject by group: proposed, approved, taken off and put back. */
export async function SubjectRaters({ raters, language }: { raters: Raters; language: string }) {
  const t = await getTranslations("evaluationRaters.page");
  const { part, canChoose, proposals, subjectId } = raters;
  return (
    <Stack gap="large" className="max-w-3xl">
      <Intro raters={raters} />
      {canChoose && part !== "subject" && proposals.length > 0 && (
        <Callout
          tone="warning"
          title={t("waiting", { count: proposals.length })}
          actions={<ApproveAllButton subjectId={subjectId} ratingIds={proposals} />}
        />
      )}
      {raters.groups.map((group) => (
        <Group key={group.group} group={group} raters={raters} language={language} />
      ))}
      <NamedGroups raters={raters} />
    </Stack>
  );
}

async function Intro({ raters }: { raters: Raters }) {
  const t = await getTranslations("evaluationRaters.page");
  const { part, canChoose, managerName } = raters;
  if (!canChoose) return <Callout tone="info">{`${t("closed")} ${t("secret")}`}</Callout>;
  const texts =
    part === "subject"
      ? [t("subjectText"), ...(managerName ? [] : [t("proposeWithoutManager")])]
      : [t("managerText")];
  return (
    <div className="flex flex-col gap-2 text-muted">
      {[...texts, t("secret")].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

async function Group({ group, raters, language }: { group: ListedGroup; raters: Raters; language: string }) {
  const t = await getTranslations("evaluationRaters");
  const { taken, minimum, maximum, missing } = group;
  const { subjectId, part, canChoose, cycle } = raters;
  const notes = [
    ...(missing > 0 ? [t("group.missing", { count: missing })] : []),
    ...(group.isBelowThreshold ? [t("group.below", { k: cycle.anonymityK })] : []),
  ];
  return (
    <Card
      title={t(`groups.${group.group}`)}
      actions={
        <span className="text-sm text-muted tabular-nums">
          {minimum > 0
            ? t("group.places", { taken, minimum, maximum })
            : t("group.placesUpTo", { taken, maximum })}
        </span>
      }
      flush
    >
      {group.raters.length === 0 ? (
        <p className="px-4 py-3 sm:px-5 text-muted">{t("group.empty")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {group.raters.map((rater) => (
            <RaterRow
              key={rater.ratingId}
              rater={rater}
              subjectId={subjectId}
              part={part}
              canChoose={canChoose}
              isCollecting={cycle.status === "collecting" || cycle.status === "closed"}
            />
          ))}
        </ul>
      )}
      {canChoose && notes.length > 0 && (
        <p className="border-t border-line px-4 py-3 sm:px-5 text-sm text-muted">{notes.join(" ")}</p>
      )}
      {canChoose && taken < maximum && (
        <div className="border-t border-line px-4 py-4 sm:px-5">
          {group.group === "member" && part !== "subject" && (
            <div className="mb-4">
              <AddOwnPeopleButton subjectId={subjectId} />
            </div>
          )}
          <NominateForm
            subjectId={subjectId}
            group={group.group}
            isProposal={part === "subject"}
            language={language}
          />
        </div>
      )}
    </Card>
  );
}

async function NamedGroups({ raters }: { raters: Raters }) {
  const t = await getTranslations("evaluationRaters");
  const { self, manager, name, managerName } = raters;
  if (!self && !manager) return null;
  return (
    <Card title={t("page.named")}>
      <KeyValueList
        items={[
          ...(self ? [{ label: t("groups.self"), value: t(`page.selfStates.${self}`, { name }) }] : []),
          ...(manager
            ? [
                {
                  label: t("groups.manager"),
                  value: t(`page.managerStates.${manager}`, { manager: managerName ?? "" }),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
