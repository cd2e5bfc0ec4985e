import ICAL from 'ical.js';

/** One entry of a calendar as a program that knows nothing of us reads it. */
export interface CalendarEntry { uid: string; start: string; isAllDay: boolean; summary: string; description: string; url: string; sequence: number; stamp: string; lastModified: string }

/** Reads an .ics file with a library of others; throws where it is none. */
export function readCalendar(text: string): { name: string; scale: string; entries: CalendarEntry[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as object[]);
  const valueOf = (component: InstanceType<typeof ICAL.Component>, name: string): string => String(component.getFirstPropertyValue(name) ?? '');
  return {
    // A name of X-… is text, which the library leaves as it stands on the line.
    name: valueOf(calendar, 'x-wr-calname').replaceAll(/\\([\\,;])/g, '$1'), scale: valueOf(calendar, 'calscale'),
    entries: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid, start: event.startDate.toString(), isAllDay: event.startDate.isDate, summary: event.summary, description: event.description,
        url: valueOf(component, 'url'), sequence: event.sequence, stamp: valueOf(component, 'dtstamp'), lastModified: valueOf(component, 'last-modified'),
      };
    }),
  };
}
