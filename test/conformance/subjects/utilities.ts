// Utilities, blobs and the session.
import { documented, errorOf, likely, type Subject, unknown } from '../behaviour.ts';

const UTILITIES = 'reference/utilities/utilities';
const BLOB = 'reference/base/blob';
const DATE = `${UTILITIES}#formatDate`;

/** 8 February 2026, 06:05:09.007 in UTC. */
const EARLY = Date.UTC(2026, 1, 8, 6, 5, 9, 7);

function formatted(pattern: string, zone = 'UTC'): string {
  return Utilities.formatDate(new Date(EARLY), zone, pattern);
}

function hexadecimal(bytes: number[]): string {
  return bytes.map((byte) => `0${(byte & 255).toString(16)}`.slice(-2)).join('');
}

export const utilities: Subject = {
  title: 'Utilities, blobs and session',
  behaviours: [
    documented(DATE, 'formatDate shows padded numbers', '2026-02-08 06:05:09', () => formatted('yyyy-MM-dd HH:mm:ss')),
    documented(DATE, 'formatDate shows the day in the zone that is asked for', '2026-02-07', () =>
      formatted('yyyy-MM-dd', 'America/Los_Angeles'),
    ),
    documented(DATE, 'formatDate shows short and long names', 'Sun Sunday Feb February', () =>
      formatted('EEE EEEE MMM MMMM'),
    ),
    documented(DATE, 'formatDate shows one letter without padding', '8/2/26 6:5', () => formatted('d/M/yy H:m')),
    documented(DATE, 'formatDate shows hours of twelve with AM or PM', '06 AM', () => formatted('hh a')),
    documented(DATE, 'formatDate shows quoted text as it is', "at 6 o'clock", () => formatted("'at' h 'o''clock'")),
    documented(DATE, 'formatDate shows the offset of the zone', '+0800', () => formatted('Z', 'Asia/Kuala_Lumpur')),
    documented(DATE, 'formatDate writes the form of RFC 3339 with XXX', '2026-02-08T14:05:09+08:00', () =>
      formatted("yyyy-MM-dd'T'HH:mm:ssXXX", 'Asia/Kuala_Lumpur'),
    ),
    documented(DATE, 'formatDate shows milliseconds', '007', () => formatted('SSS')),
    likely(DATE, 'formatDate counts days of the year and ISO days of the week', '39 7', () => formatted('D u')),
    likely(DATE, 'formatDate takes an unknown zone as GMT', '06:05', () => formatted('HH:mm', 'Sea/Nowhere')),
    likely(
      DATE,
      'formatDate refuses what is no Date',
      true,
      () => errorOf(() => Reflect.apply(Utilities.formatDate, Utilities, ['2026-02-08', 'UTC', 'yyyy'])) !== null,
    ),
    documented(`${UTILITIES}#base64Encode`, 'base64 of a text and back', ['dGlkZQ==', [116, 105, 100, 101]], () => {
      const encoded = Utilities.base64Encode('tide');
      return [encoded, Utilities.base64Decode(encoded)];
    }),
    documented(`${UTILITIES}#base64EncodeWebSafe`, 'web-safe base64 uses - and _', '-_8=', () =>
      Utilities.base64EncodeWebSafe([-5, -1]),
    ),
    documented(`${UTILITIES}#base64Decode`, 'bytes are signed', [-5, -1], () => Utilities.base64Decode('+/8=')),
    documented(`${UTILITIES}#computeDigest`, 'MD5 of a text', '900150983cd24fb0d6963f7d28e17f72', () =>
      hexadecimal(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc')),
    ),
    documented(
      `${UTILITIES}#computeDigest`,
      'SHA-256 of a text in UTF-8',
      '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c',
      () => hexadecimal(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'é', Utilities.Charset.UTF_8)),
    ),
    unknown(`${UTILITIES}#computeDigest`, 'without a charset a digest reads text as UTF-8', true, () => {
      const { SHA_256 } = Utilities.DigestAlgorithm;
      const plain = hexadecimal(Utilities.computeDigest(SHA_256, 'é'));
      return plain === hexadecimal(Utilities.computeDigest(SHA_256, 'é', Utilities.Charset.UTF_8));
    }),
    documented(`${UTILITIES}#getUuid`, 'a UUID has its form and is another each time', [true, true], () => {
      const [one, other] = [Utilities.getUuid(), Utilities.getUuid()];
      return [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one), one !== other];
    }),
    documented(`${UTILITIES}#sleep`, 'sleep lets the time pass', true, () => {
      const start = Date.now();
      Utilities.sleep(1200);
      return Date.now() - start >= 1200;
    }),
    documented(`${UTILITIES}#newBlob`, 'a blob has text, type and name', ['tide', 'text/markdown', 'LOG.md'], () => {
      const blob = Utilities.newBlob('tide', 'text/markdown', 'LOG.md');
      return [blob.getDataAsString(), blob.getContentType(), blob.getName()];
    }),
    likely(`${UTILITIES}#newBlob`, 'a text alone makes a blob of plain text', 'text/plain', () =>
      Utilities.newBlob('tide').getContentType(),
    ),
    documented(`${BLOB}#getBytes`, "a blob's text is UTF-8, in signed bytes", [-61, -87], () =>
      Utilities.newBlob('é').getBytes(),
    ),
    likely(`${BLOB}#getDataAsString`, 'a byte order mark is part of the text', 65279, () =>
      Utilities.newBlob([-17, -69, -65, 65]).getDataAsString().charCodeAt(0),
    ),
    documented(`${BLOB}#copyBlob`, 'a copy of a blob changes without the blob', ['one', 'two'], () => {
      const blob = Utilities.newBlob('x').setName('one');
      const copy = blob.copyBlob().setName('two');
      return [blob.getName(), copy.getName()];
    }),
    documented(`${BLOB}#setContentTypeFromExtension`, 'a type can come from the name', 'text/html', () =>
      Utilities.newBlob('x').setName('page.html').setContentTypeFromExtension().getContentType(),
    ),
    documented(
      'reference/base/session#getScriptTimeZone',
      "the script's zone is the manifest's",
      'Asia/Kuala_Lumpur',
      () => Session.getScriptTimeZone(),
    ),
    documented(
      'reference/base/session#getActiveUserLocale',
      'the locale of the user starts with a language',
      true,
      () => /^[a-z]{2}/.test(Session.getActiveUserLocale()),
    ),
    documented(
      'reference/base/session#getTemporaryActiveUserKey',
      'the user has a key that stays the same',
      true,
      () => {
        const [one, other] = [Session.getTemporaryActiveUserKey(), Session.getTemporaryActiveUserKey()];
        return one !== '' && one === other;
      },
    ),
    documented(
      'reference/script/script-app#getScriptId',
      'the script has an ID',
      true,
      () => ScriptApp.getScriptId().length > 10,
    ),
  ],
};
