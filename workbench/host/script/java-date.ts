// Dates as text by the patterns of Java's SimpleDateFormat, which `Utilities.formatDate` takes.

import { clockTime, zoneOffset } from '../time-zone.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

function isoWeek(clock: Date): { year: number; week: number } {
  const thursday = new Date(clock);
  thursday.setUTCHours(0, 0, 0, 0);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  return { year, week: Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7) };
}

function field(letters: string, clock: Date, offset: number, zone: string): string {
  const width = letters.length;
  const minutes = Math.abs(offset) / 60_000;
  const [sign, hours, rest] = [offset < 0 ? '-' : '+', pad(Math.floor(minutes / 60), 2), pad(minutes % 60, 2)];
  switch (letters[0]) {
    case 'G':
      return clock.getUTCFullYear() > 0 ? 'AD' : 'BC';
    case 'y':
    case 'u':
      if (letters[0] === 'u') return pad(clock.getUTCDay() || 7, width);
      return width === 2 ? pad(clock.getUTCFullYear() % 100, 2) : pad(clock.getUTCFullYear(), width);
    case 'Y':
      return width === 2 ? pad(isoWeek(clock).year % 100, 2) : pad(isoWeek(clock).year, width);
    case 'M':
    case 'L': {
      const name = MONTHS[clock.getUTCMonth()] ?? '';
      return width >= 4 ? name : width === 3 ? name.slice(0, 3) : pad(clock.getUTCMonth() + 1, width);
    }
    case 'w':
      return pad(isoWeek(clock).week, width);
    case 'D':
      return pad(Math.floor((clock.getTime() - Date.UTC(clock.getUTCFullYear(), 0, 1)) / 86_400_000) + 1, width);
    case 'd':
      return pad(clock.getUTCDate(), width);
    case 'E': {
      const name = DAYS[clock.getUTCDay()] ?? '';
      return width >= 4 ? name : name.slice(0, 3);
    }
    case 'a':
      return clock.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(clock.getUTCHours(), width);
    case 'k':
      return pad(clock.getUTCHours() || 24, width);
    case 'K':
      return pad(clock.getUTCHours() % 12, width);
    case 'h':
      return pad(clock.getUTCHours() % 12 || 12, width);
    case 'm':
      return pad(clock.getUTCMinutes(), width);
    case 's':
      return pad(clock.getUTCSeconds(), width);
    case 'S':
      return pad(clock.getUTCMilliseconds(), width);
    case 'Z':
      return sign + hours + rest;
    case 'X':
      if (offset === 0) return 'Z';
      return width === 1 ? sign + hours : width === 2 ? sign + hours + rest : `${sign}${hours}:${rest}`;
    case 'z': {
      const timeZoneName = width >= 4 ? 'long' : 'short';
      const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName });
      return format.formatToParts(clock.getTime() - offset).find((part) => part.type === 'timeZoneName')?.value ?? zone;
    }
    default:
      throw new RangeError(`Illegal pattern character '${letters[0]}'`);
  }
}

/** The instant as the zone's clocks show it. Throws a RangeError for a letter that no pattern has. */
export function formatInstant(instant: number, zone: string, pattern: string): string {
  const clock = new Date(clockTime(instant, zone));
  const offset = zoneOffset(instant, zone);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (part: string, quoted: string | undefined) => {
    if (quoted === undefined) return field(part, clock, offset, zone);
    return quoted === '' ? "'" : quoted.replace(/''/g, "'");
  });
}
