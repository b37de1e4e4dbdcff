// Instants and clock times in a named time zone, and the serial numbers that Sheets keeps dates as.

const DAY = 86_400_000;
/** Milliseconds from 1899-12-30, where Sheets counts from, to 1970-01-01. */
const EPOCH = Date.UTC(1899, 11, 30);

const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone, then by quarter of an hour. */
const offsets = new Map<string, Map<number, number>>();
const QUARTER = 900_000;

function readOffset(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  // Such as `1/1/1900, GMT+06:46:46`; plain `GMT` at no offset.
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(instant)) ?? [];
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ahead : ahead;
}

/** How far the zone's clocks are ahead of UTC at this instant, in milliseconds. NaN for an invalid instant. */
export function zoneOffset(instant: number, timeZone: string): number {
  if (Number.isNaN(instant)) return Number.NaN;
  // Zones change their offset on a quarter of an hour only.
  const quarter = Math.floor(instant / QUARTER);
  let known = offsets.get(timeZone);
  if (!known) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = readOffset(quarter * QUARTER, timeZone);
    if (known.size > 100_000) known.clear();
    known.set(quarter, offset);
  }
  return offset;
}

/** What the zone's clocks show at this instant, as the milliseconds a UTC clock showing the same would stand at. */
export function clockTime(instant: number, timeZone: string): number {
  return instant + zoneOffset(instant, timeZone);
}

/** The instant at which the zone's clocks show `clock` (milliseconds as a UTC clock would count them).
 *  A time that was skipped moves on by the gap; of a time that came twice it is the first. */
export function instantOf(clock: number, timeZone: string): number {
  const before = zoneOffset(clock - DAY, timeZone);
  const after = zoneOffset(clock + DAY, timeZone);
  const first = clock - before;
  if (zoneOffset(first, timeZone) === before) return first;
  const second = clock - after;
  return zoneOffset(second, timeZone) === after ? second : first;
}

/** Days since 1899-12-30 on the zone's clocks. */
export function serialOf(instant: number, timeZone: string): number {
  return serialOfClock(clockTime(instant, timeZone));
}

const instants = new Map<string, Map<number, number>>();

/** The instant that a serial number means in the zone. */
export function instantOfSerial(serial: number, timeZone: string): number {
  // Columns of dates hold the same few days again and again.
  let known = instants.get(timeZone);
  if (!known || known.size > 20_000) {
    known = new Map();
    instants.set(timeZone, known);
  }
  let instant = known.get(serial);
  if (instant === undefined) {
    instant = instantOf(clockOfSerial(serial), timeZone);
    known.set(serial, instant);
  }
  return instant;
}

/** Days since 1899-12-30 for clock milliseconds. */
export function serialOfClock(clock: number): number {
  return (clock - EPOCH) / DAY;
}

/** Clock milliseconds for a serial number, to the millisecond. */
export function clockOfSerial(serial: number): number {
  return Math.round(serial * DAY) + EPOCH;
}

/** The serial number of a calendar day; month from 1. Undefined if there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const clock = new Date(0);
  clock.setUTCFullYear(year, month - 1, day);
  if (clock.getUTCMonth() !== month - 1 || clock.getUTCDate() !== day) return undefined;
  return serialOfClock(clock.getTime());
}

const zones = new Map<string, boolean>();

/** Whether the name is a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  let isKnown = zones.get(name);
  if (isKnown === undefined) {
    isKnown = isFormattable(name);
    zones.set(name, isKnown);
  }
  return isKnown;
}

function isFormattable(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}
