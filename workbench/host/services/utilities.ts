// Utilities, Session, ScriptApp and Logger.

import { createHash, randomUUID } from 'node:crypto';
import type { Runtime } from '../runtime.ts';
import { formatInstant } from '../script/java-date.ts';
import { type Enumeration, EnumValue, Service, ServiceError, type Surface, signatureError } from '../service.ts';
import { isTimeZone } from '../time-zone.ts';
import { Blob } from './blob.ts';
import { AUTH_MODE, CHARSET, DIGEST_ALGORITHM } from './enumerations.ts';

type UtilitiesMethods =
  | 'Charset'
  | 'DigestAlgorithm'
  | 'base64Decode'
  | 'base64Encode'
  | 'base64EncodeWebSafe'
  | 'computeDigest'
  | 'formatDate'
  | 'getUuid'
  | 'newBlob'
  | 'sleep';

export class Utilities extends Service implements Surface<GoogleAppsScript.Utilities.Utilities, UtilitiesMethods> {
  override readonly serviceName = 'Utilities';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  get Charset(): Enumeration {
    return CHARSET;
  }
  get DigestAlgorithm(): Enumeration {
    return DIGEST_ALGORITHM;
  }
  formatDate(date: Date, timeZone: string, format: string): string {
    if (!(date instanceof Date) || typeof timeZone !== 'string' || typeof format !== 'string') {
      throw signatureError('Utilities.formatDate', [date, timeZone, format]);
    }
    if (Number.isNaN(date.getTime())) throw new ServiceError('Invalid argument: date');
    // As in Java, a zone that nobody knows is GMT.
    const zone = isTimeZone(timeZone) ? timeZone : (gmtZone(timeZone) ?? 'UTC');
    try {
      return formatInstant(date.getTime(), zone, format);
    } catch (error) {
      if (error instanceof RangeError) throw new ServiceError(`Invalid argument: ${error.message}`);
      throw error;
    }
  }
  newBlob(data: string | number[], contentType: string | null = null, name: string | null = null): Blob {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : Uint8Array.from(data);
    return new Blob(bytes, contentType ?? (typeof data === 'string' ? 'text/plain' : null), name);
  }
  sleep(milliseconds: number): void {
    if (milliseconds > 300_000) throw new ServiceError('sleep(milliseconds): the maximum is 300000.');
    this.runtime.execution.sleep(milliseconds);
  }
  getUuid(): string {
    return randomUUID();
  }
  base64Encode(data: string | number[], charset?: EnumValue): string {
    return bytesOf(data, charset).toString('base64');
  }
  base64EncodeWebSafe(data: string | number[], charset?: EnumValue): string {
    return bytesOf(data, charset).toString('base64').replace(/\+/g, '-').replace(/\//g, '_');
  }
  base64Decode(encoded: string, _charset?: EnumValue): number[] {
    return [...new Int8Array(Buffer.from(encoded, 'base64'))];
  }
  computeDigest(algorithm: EnumValue, value: string | number[], charset?: EnumValue): number[] {
    const isData = typeof value === 'string' || Array.isArray(value);
    if (!(algorithm instanceof EnumValue) || algorithm.serviceName !== 'DigestAlgorithm' || !isData)
      throw signatureError('Utilities.computeDigest', [algorithm, value]);
    const name = algorithm.key.toLowerCase().replace('_', '');
    if (name === 'md2') throw new ServiceError('not implemented in the local host: Utilities.DigestAlgorithm.MD2');
    return [
      ...new Int8Array(
        createHash(name)
          .update(bytesOf(value, charset ?? CHARSET.of('US_ASCII')))
          .digest(),
      ),
    ];
  }
}

/** Text is UTF-8 unless US_ASCII is asked for, which has a question mark for what it lacks. */
function bytesOf(data: string | number[], charset?: EnumValue): Buffer {
  if (typeof data !== 'string') return Buffer.from(Uint8Array.from(data));
  if (charset?.key !== 'US_ASCII') return Buffer.from(data, 'utf8');
  return Buffer.from([...data].map((sign) => (sign <= '\u007f' ? sign : '?')).join(''), 'latin1');
}

function gmtZone(name: string): string | undefined {
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?00)?$/.exec(name);
  // The names of these zones count the other way round.
  return match ? `Etc/GMT${match[1] === '+' ? '-' : '+'}${Number(match[2])}` : undefined;
}

export class User extends Service implements Surface<GoogleAppsScript.Base.User, 'getEmail'> {
  override readonly serviceName = 'User';
  readonly email: string;

  constructor(email: string) {
    super();
    this.email = email;
  }

  getEmail(): string {
    return this.email;
  }
  override toString(): string {
    return this.email;
  }
}

type SessionMethods =
  | 'getActiveUser'
  | 'getActiveUserLocale'
  | 'getEffectiveUser'
  | 'getScriptTimeZone'
  | 'getTemporaryActiveUserKey';

export class Session extends Service implements Surface<GoogleAppsScript.Base.Session, SessionMethods> {
  override readonly serviceName = 'Session';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  getScriptTimeZone(): string {
    return this.runtime.manifest.timeZone;
  }
  getActiveUserLocale(): string {
    return this.runtime.book.locale.split('_')[0] ?? 'en';
  }
  getActiveUser(): User {
    return new User(this.runtime.execution.user);
  }
  getEffectiveUser(): User {
    return new User(this.runtime.execution.user);
  }
  getTemporaryActiveUserKey(): string {
    return createHash('sha256').update(this.runtime.execution.user).digest('base64');
  }
}

export class ScriptApp
  extends Service
  implements Surface<GoogleAppsScript.Script.ScriptApp, 'AuthMode' | 'getOAuthToken' | 'getScriptId'>
{
  override readonly serviceName = 'ScriptApp';

  get AuthMode(): Enumeration {
    return AUTH_MODE;
  }
  getScriptId(): string {
    return 'local-script-of-the-kaizen-log-workbench';
  }
  getOAuthToken(): string {
    throw new ServiceError('The local host has no OAuth token to give: nothing here speaks to Google.');
  }
}

export class Logger extends Service implements Surface<GoogleAppsScript.Base.Logger, 'log'> {
  override readonly serviceName = 'Logger';
  readonly print: (text: string) => void;

  constructor(print: (text: string) => void) {
    super();
    this.print = print;
  }

  log(data: unknown, ...values: unknown[]): this {
    let place = 0;
    this.print(String(data).replace(/%s/g, () => String(values[place++])));
    return this;
  }
}

/** A service that Google has and the local host has not: its methods fail, by Google's permission error where a scope lacks. */
export class AbsentService extends Service {
  override readonly serviceName: string;

  constructor(name: string) {
    super();
    this.serviceName = name;
  }
}

export const ABSENT_SERVICES = [
  'DriveApp',
  'MailApp',
  'GmailApp',
  'CalendarApp',
  'ContactsApp',
  'UrlFetchApp',
  'DocumentApp',
  'FormApp',
  'SlidesApp',
  'CardService',
  'Charts',
  'ContentService',
  'LanguageApp',
  'Maps',
  'XmlService',
  'Jdbc',
  'LinearOptimizationService',
];
