import { Trash2, UserPlus } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Scope } from "@/server/scope";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { ConfirmButton } from "@/ui/confirm-button";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { Select } from "@/ui/select";
import { SubmitButton } from "@/ui/submit-button";
import { Table } from "@/ui/table";
import { nameManagerAction, removeSubjectAction } from "../actions";
import type { CycleDetails } from "../queries/get-cycle";
import type { CycleSubject } from "../queries/list-cycle-subjects";
import { listManagerChoices } from "../queries/list-manager-choices";
import { takesPeople } from "../rules";
import { CheckAll } from "./check-all";
import { GroupProgressList } from "./group-progress";

/** Who is evaluated in a cycle, how far each is, and whose manager is who. */
export async function SubjectsTab({
  scope,
  cycle,
  subjects,
  readable,
  slug,
}: {
  scope: Scope;
  cycle: CycleDetails;
  subjects: CycleSubject[];
  /** Ids of the subjects whose report the reader may open. */
  readable: ReadonlySet<string>;
  slug: string;
}) {
  const t = await getTranslations("evaluationCycles");
  const addHref = `/o/${slug}/evaluation-cycles/${cycle.id}?tab=add`;
  const adds = takesPeople(cycle.status);
  const changes = cycle.status !== "cancelled";
  const addButton = adds && (
    <LinkButton href={addHref} variant="primary" icon={<UserPlus aria-hidden className="size-4" />}>
      {t("add.open")}
    </LinkButton>
  );
  if (subjects.length === 0) {
    return (
      <Card>
        <EmptyState title={t("subjects.none")} action={addButton}>
          {t("subjects.noneText")}
        </EmptyState>
      </Card>
    );
  }
  const managers = changes ? await listManagerChoices(scope) : [];
  return (
    <Card title={t("subjects.title")} description={t("subjects.description")} actions={addButton} flush>
      <ActionForm action={nameManagerAction} successMessage={t("managers.done")} className="gap-0">
        <input type="hidden" name="cycleId" value={cycle.id} />
        <Table
          caption={t("subjects.title")}
          rows={subjects}
          rowKey={(subject) => subject.id}
          rowMuted={(subject) => subject.removedAt !== null}
          onPhone="cards"
          columns={[
            {
              key: "name",
              header: t("subjects.name"),
              rowHeader: true,
              cell: (subject) => (
                <SubjectName
                  subject={subject}
                  slug={slug}
                  isChoosable={changes}
                  isReadable={readable.has(subject.id)}
                />
              ),
            },
            {
              key: "manager",
              header: t("subjects.manager"),
              cell: ({ manager }) =>
                manager ? (
                  <>
                    {manager.name}
                    {manager.isGone && (
                      <Badge tone="warning" className="ml-2">
                        {t("subjects.managerGone")}
                      </Badge>
                    )}
                  </>
                ) : (
                  <span className="text-muted">{t("subjects.noManager")}</span>
                ),
            },
            {
              key: "groups",
              header: t("subjects.raters"),
              cell: (subject) =>
                subject.removedAt ? "–" : <GroupProgressList groups={subject.groups} status={cycle.status} />,
            },
            {
              key: "remove",
              header: t("subjects.remove"),
              hideHeader: true,
              align: "end",
              cell: (subject) =>
                changes &&
                !subject.removedAt &&
                subject.released === null && (
                  <ConfirmButton
                    action={removeSubjectAction}
                    input={{ subjectId: subject.id }}
                    variant="ghost"
                    size="small"
                    iconOnly
                    icon={<Trash2 aria-hidden className="size-4" />}
                    aria-label={t("subjects.removeOf", { name: subject.name })}
                    confirmTitle={t("subjects.removeTitle", { name: subject.name })}
                    consequences={t(cycle.firstInvitedAt ? "subjects.removeInvited" : "subjects.removeText")}
                    confirmLabel={t("subjects.remove")}
                    successMessage={t("subjects.removed")}
                  />
                ),
            },
          ]}
        />
        {changes && (
          <div className="flex flex-wrap items-end gap-x-4 gap-y-3 border-t border-line px-4 py-4 sm:px-5">
            <CheckAll name="subjectIds[]" label={t("subjects.all")} />
            <Field name="managerMemberId" label={t("managers.label")} className="w-full max-w-80">
              <Select
                options={[
                  ...managers.map(({ memberId, name }) => ({ value: memberId, label: name })),
                  { value: "none", label: t("managers.nobody") },
                ]}
                placeholder={t("managers.choose")}
                defaultValue=""
              />
            </Field>
            <SubmitButton variant="secondary">{t("managers.submit")}</SubmitButton>
          </div>
        )}
      </ActionForm>
    </Card>
  );
}

async function SubjectName({
  subject,
  slug,
  isChoosable,
  isReadable,
}: {
  subject: CycleSubject;
  slug: string;
  isChoosable: boolean;
  isReadable: boolean;
}) {
  const t = await getTranslations("evaluationCycles");
  const { id, name, kind, place, removedAt, isGone, released } = subject;
  return (
    <div className="flex items-start gap-2.5">
      {isChoosable && !removedAt && (
        <Checkbox
          name="subjectIds[]"
          value={id}
          label={<span className="sr-only">{t("subjects.choose", { name })}</span>}
          className="-my-1.5 gap-0"
        />
      )}
      <div className="min-w-0">
        <Link href={`/o/${slug}/evaluations/${id}`} className="text-link">
          {name}
        </Link>
        <p className="text-sm font-normal text-muted">
          {[kind === "employee" ? null : t(`kinds.${kind}`), place].filter(Boolean).join(" · ")}
        </p>
        {(removedAt || isGone || released !== null) && (
          <p className="mt-1 flex flex-wrap gap-1.5">
            {removedAt && <Badge tone="neutral">{t("subjects.left")}</Badge>}
            {isGone && <Badge tone="warning">{t("subjects.archived")}</Badge>}
            {released !== null && <Badge tone="accent">{t("subjects.released", { number: released })}</Badge>}
            {isReadable && (
              <Link
                href={`/o/${slug}/evaluation-reports/${id}`}
                aria-label={t("subjects.readReportOf", { name })}
                className="text-sm text-link"
              >
                {t("subjects.readReport")}
              </Link>
            )}
          </p>
        )}
      </div>
    </div>
  );
}
