import { ListPlus } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { ActionButton } from "@/ui/action-button";
import { addReadyBehavioursAction } from "../actions";
import { READY_BEHAVIOUR_KEYS, READY_BEHAVIOURS } from "../ready-behaviours";

/** Brings the ready list into the standard. */
export function AddReadyBehaviours({ variant }: { variant: "primary" | "secondary" }) {
  const t = useTranslations("behaviours");
  return (
    <ActionButton
      action={addReadyBehavioursAction}
      input={{}}
      variant={variant}
      icon={<ListPlus aria-hidden className="size-4" />}
      successMessage={t("ready.done")}
    >
      {t("ready.add")}
    </ActionButton>
  );
}

/** What is on the ready list, for a reader who has not chosen yet. */
export function ReadyBehaviourNames() {
  const locale = useLocale();
  const names = READY_BEHAVIOUR_KEYS.map((key) => chooseText(READY_BEHAVIOURS[key].names, locale));
  return useFormatter().list(names.map((name) => name.toLocaleLowerCase(locale)));
}
