/** How time is cut: calendar days, ISO weeks (Monday first) or calendar months of the organization's time zone. */
export type CountInterval = "day" | "week" | "month";
