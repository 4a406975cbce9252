"use client";

import { useTranslations } from "next-intl";
import { Switch } from "@/ui/switch";
import { useServerAction } from "@/ui/use-server-action";
import { setShownOnWallAction } from "../actions";

/** The person's own choice whether thanks to him or her are on the wall. Takes effect at once. */
export function WallSwitch({ isShown }: { isShown: boolean }) {
  const t = useTranslations("recognitions.switch");
  const { run, pending } = useServerAction(setShownOnWallAction);
  return (
    <Switch
      label={t("label")}
      hint={t(isShown ? "onHint" : "offHint")}
      checked={isShown}
      disabled={pending}
      onChange={(event) => run({ isShown: event.target.checked })}
    />
  );
}
