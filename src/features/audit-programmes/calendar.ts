import {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { addDays, asDate } from "./windows";

/** What the calendar says, in the reader's language. */
export type VisitEvent = {
  id: string;
  /** The host of the product: makes the event's id the same in every download, so that a calendar replaces it. */
  host: string;
  /** When it was written. */
  now: Date;
  isAccepted: boolean;
  summary: string;
  description: string;
  location: string | null;
  url: string;
  firstDay: string;
  lastDay: string;
};

const NINE_O_CLOCK = 9 * 3600;

/**
 * A calendar file (iCalendar, RFC 5545) with the window of a visit as one event of whole days, reminded of on its first and
 * last morning at nine. It blocks no time: the visit is made at some hour within it.
 */
export function writeCalendar(event: VisitEvent): string {
  const calendar = new ICalCalendar({
    prodId: { company: "Lastmetre", product: "Visits", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const entry = calendar.createEvent({
    id: `assignment-${event.id}@${event.host}`,
    stamp: event.now,
    start: asDate(event.firstDay),
    end: asDate(addDays(event.lastDay, 1)),
    allDay: true,
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: event.url,
    status: event.isAccepted ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
  });
  entry.transparency(ICalEventTransparency.TRANSPARENT);
  const remind = (day: string) => {
    const alarm = entry.createAlarm({
      type: ICalAlarmType.display,
      triggerAfter: (asDate(day).getTime() - asDate(event.firstDay).getTime()) / 1000 + NINE_O_CLOCK,
      description: event.summary,
    });
    // Not among what `createAlarm` heeds; without it "after" would mean after the end.
    alarm.relatesTo(ICalAlarmRelatesTo.start);
  };
  remind(event.firstDay);
  if (event.lastDay > event.firstDay) remind(event.lastDay);
  return calendar.toString();
}
