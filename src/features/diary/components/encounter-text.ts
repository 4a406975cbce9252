import type { DiaryEncounter } from "../schema";

/** An encounter in a line: "21.11. klo 14.05 · Myymälän kassa · Matti Meikäläinen". */
export function encounterText(
  {
    occurredAt,
    touchpoint,
    customer,
  }: Omit<DiaryEncounter, "id" | "customer"> & { customer?: string | null },
  moment: (instant: Date) => string,
): string {
  return [moment(occurredAt), touchpoint, customer].filter(Boolean).join(" · ");
}
