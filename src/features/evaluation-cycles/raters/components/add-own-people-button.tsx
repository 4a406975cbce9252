"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { useToast } from "@/ui/toast";
import { useServerAction } from "@/ui/use-server-action";
import { nominateOwnPeopleAction } from "../actions";

/** Puts everybody who works in the team or at the location on its list. */
export function AddOwnPeopleButton({ subjectId }: { subjectId: string }) {
  const t = useTranslations("evaluationRaters.group");
  const toast = useToast();
  const { run, pending } = useServerAction(nominateOwnPeopleAction, {
    onSuccess: ({ added }) => toast({ message: t("ownPeopleAdded", { count: added }) }),
  });
  return (
    <Button size="small" variant="secondary" pending={pending} onClick={() => run({ subjectId })}>
      {t("addOwnPeople")}
    </Button>
  );
}
