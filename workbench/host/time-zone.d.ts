/** How far the zone's clocks are ahead of UTC at this instant, in milliseconds. NaN for an invalid instant. */
export declare function zoneOffset(instant: number, timeZone: string): number;
/** What the zone's clocks show at this instant, as the milliseconds a UTC clock showing the same would stand at. */
export declare function clockTime(instant: number, timeZone: string): number;
/** The instant at which the zone's clocks show `clock` (milliseconds as a UTC clock would count them).
 *  A time that was skipped moves on by the gap; of a time that came twice it is the first. */
export declare function instantOf(clock: number, timeZone: string): number;
/** Days since 1899-12-30 on the zone's clocks. */
export declare function serialOf(instant: number, timeZone: string): number;
/** The instant that a serial number means in the zone. */
export declare function instantOfSerial(serial: number, timeZone: string): number;
/** Days since 1899-12-30 for clock milliseconds. */
export declare function serialOfClock(clock: number): number;
/** Clock milliseconds for a serial number, to the millisecond. */
export declare function clockOfSerial(serial: number): number;
/** The serial number of a calendar day; month from 1. Undefined if there is no such day. */
export declare function serialOfDay(year: number, month: number, day: number): number | undefined;
/** Whether the name is a time zone that this machine knows. */
export declare function isTimeZone(name: string): boolean;
