"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/ui/card";
import { Stack } from "@/ui/stack";
import type { SurveyPlace } from "../../schema";
import { sectionId } from "./builder-context";

/** One section of the builder. A link to it stops below the bar that stays at the top. */
export function SectionCard({
  place,
  description,
  gap = "medium",
  children,
}: {
  place: SurveyPlace;
  description?: ReactNode;
  gap?: "medium" | "large";
  children: ReactNode;
}) {
  const t = useTranslations("surveys");
  return (
    <Card
      id={sectionId(place)}
      title={t(`sections.${place}`)}
      description={description}
      className="scroll-mt-8 lg:scroll-mt-0"
    >
      <Stack gap={gap}>{children}</Stack>
    </Card>
  );
}
