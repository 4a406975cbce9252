import { useTranslations } from "next-intl";
import type { ActionFailure } from "@/server/action-result";

/** The sentence to show for a failed action: what the server said, or what its code means. */
export function useFailureText(): (failure: ActionFailure) => string {
  const t = useTranslations("ui");
  return (failure) => {
    if (failure.message) return failure.message;
    const text = t(`failure.${failure.code}`);
    return failure.requestId ? `${text} ${t("failure.reference", { id: failure.requestId })}` : text;
  };
}
