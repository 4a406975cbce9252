const DAY_MS = 86_400_000;

/** Day 0 of each way to count. In the one from 1900 a day that never was (29 February 1900) is number 60. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/**
 * The date a spreadsheet means by a day number, as ISO text: "2017-05-13", with a fraction "2017-05-13T10:30:00" to the
 * nearest second. A number below 1 is a time of day: "10:30:00". Null for what is no day a spreadsheet knows.
 */
export function serialToText(serial: number, system: 1900 | 1904): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  // Before the day that never was, numbers are one day late.
  const shifted = system === 1900 && serial >= 1 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round(shifted * 86_400);
  const iso = new Date(EPOCH[system] + seconds * 1000).toISOString();
  if (serial < 1 && system === 1900) return iso.slice(11, 19);
  return (seconds * 1000) % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
