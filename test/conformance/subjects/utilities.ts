// Utilities, blobs and the session.
import { documented, errorOf, likely, type Subject } from '../../../src/platform/behaviour.ts';
import { formatted, safe } from '../../../src/platform/safe-behaviours.ts';

const UTILITIES = 'reference/utilities/utilities';
const BLOB = 'reference/base/blob';
const DATE = `${UTILITIES}#formatDate`;

function hexadecimal(bytes: number[]): string {
  return bytes.map((byte) => `0${(byte & 255).toString(16)}`.slice(-2)).join('');
}

export const utilities: Subject = {
  title: 'Utilities, blobs and session',
  behaviours: [
    ...safe.utilities,
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
