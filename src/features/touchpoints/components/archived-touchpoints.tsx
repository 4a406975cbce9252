import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import type { JourneyTouchpoint } from "../schema";
import { TouchpointMenu } from "./touchpoint-menu";

/** The touchpoints out of use, to look up and take back. */
export function ArchivedTouchpoints({
  touchpoints,
  canEdit,
}: {
  touchpoints: JourneyTouchpoint[];
  canEdit: boolean;
}) {
  const t = useTranslations("touchpoints");
  const common = useTranslations("common");
  return (
    <Card title={t("archivedTitle")} description={t("archivedText")} flush>
      <ul className="divide-y divide-line border-t border-line">
        {touchpoints.map((touchpoint) => (
          <li key={touchpoint.id} className="flex items-center gap-4 px-4 py-2 sm:px-5">
            <span className="min-w-0 flex-1">
              <span className="block text-ink">{touchpoint.name}</span>
              <span className="block text-sm text-muted">{common(`stage.${touchpoint.stage}`)}</span>
            </span>
            {canEdit && <TouchpointMenu touchpoint={touchpoint} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
