import { getTranslations } from "next-intl/server";
import type { Scope } from "@/server/scope";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { updateBriefingAction } from "../actions";
import type { ProgrammeDetails } from "../queries/get-programme";
import { dayOf } from "../windows";
import { AttestationCard } from "./attestation-card";
import { BriefingFields } from "./programme-fields";
import { QuizEditor } from "./quiz-editor";

/** What consultants are told and asked, and whether the staff know. */
export async function BriefingTab({
  scope,
  programme,
  briefing,
  userName,
}: {
  scope: Scope;
  programme: ProgrammeDetails;
  briefing: NonNullable<ProgrammeDetails["briefing"]>;
  userName: string;
}) {
  const t = await getTranslations("programmes");
  return (
    <Stack gap="large" className="max-w-3xl">
      <AttestationCard
        programme={programme}
        userName={userName}
        today={dayOf(scope.now, scope.timeZone)}
        timeZone={scope.timeZone}
      />
      <Card title={t("briefing.title")} description={t("briefing.description")}>
        <ActionForm action={updateBriefingAction} successMessage={t("saved")}>
          <input type="hidden" name="programmeId" value={programme.id} />
          <BriefingFields scenario={briefing.scenario} brief={briefing.brief} />
          {programme.status !== "ended" && (
            <Row>
              <SubmitButton>{t("save")}</SubmitButton>
            </Row>
          )}
        </ActionForm>
      </Card>
      <Card
        title={t("quizEditor.title")}
        description={t("quizEditor.description", { count: briefing.passed })}
      >
        <QuizEditor
          programmeId={programme.id}
          questions={briefing.quiz}
          isFixed={programme.status === "ended"}
        />
      </Card>
    </Stack>
  );
}
