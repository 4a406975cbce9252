import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/ui/confirm-button";
import { changeProgrammeStatusAction } from "../actions";
import type { ProgrammeDetails } from "../queries/get-programme";

/** Starts a draft or ends what runs; both are asked about, because neither is taken back. */
export async function ProgrammeActions({ programme }: { programme: ProgrammeDetails }) {
  const t = await getTranslations("programmes.change");
  const { id: programmeId, status, name } = programme;
  if (status === "ended") return null;
  const change = status === "draft" ? "activate" : "end";
  return (
    <ConfirmButton
      action={changeProgrammeStatusAction}
      input={{ programmeId, change }}
      variant={change === "activate" ? "primary" : "secondary"}
      confirmVariant={change === "activate" ? "primary" : "danger"}
      confirmTitle={t(`${change}.title`, { name })}
      consequences={t(`${change}.text`)}
      confirmLabel={t(`${change}.label`)}
      successMessage={t(`${change}.done`)}
    >
      {t(`${change}.label`)}
    </ConfirmButton>
  );
}
