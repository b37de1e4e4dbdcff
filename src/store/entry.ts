// One remembered thing: a value under a key of one of Google's stores. Nothing is asked of a store before a value is read or written.
import { fingerprint } from '../domain/fingerprint.ts';

/** What is remembered under one key. */
export interface Entry<Value> {
  /**
   * The value as it was written last; undefined where none was, and where what stands there cannot be read. From a memory of the document's,
   * nothing more is asked.
   */
  read(memory?: Memory): Value | undefined;
  write(value: Value): void;
  forget(): void;
}

type Properties = GoogleAppsScript.Properties.Properties;

/** What a store holds. */
export type Memory = Pick<Properties, 'getProperty'>;

/** All that is remembered of the document, asked for once. */
export function documentMemory(): Memory {
  const all = new Map(Object.entries(PropertiesService.getDocumentProperties().getProperties()));
  return { getProperty: (key) => all.get(key) ?? null };
}

/** Whose memory it is: all who use the document share one; a person's own holds for all their documents. */
type Scope = 'document' | 'user';

/** How a value becomes the text that a store keeps, and comes back; undefined for a text that is no such value. */
export interface Codec<Value> {
  encode(value: Value): string;
  decode(text: string): Value | undefined;
}

export const text: Codec<string> = { encode: (value) => value, decode: (stored) => stored };

export const number: Codec<number> = {
  encode: String,
  decode: (stored) => (Number.isFinite(Number(stored)) ? Number(stored) : undefined),
};

/** A mark that is there or not. */
export const mark: Codec<true> = { encode: () => '1', decode: () => true };

/** A value as JSON; `isValue` is the schema that what comes back is held against. */
export function json<Value>(isValue: (read: unknown) => read is Value): Codec<Value> {
  return {
    encode: (value) => JSON.stringify(value),
    decode: (stored) => {
      const read = parsed(stored);
      return isValue(read) ? read : undefined;
    },
  };
}

/** True for an object, or an array, that has these properties, each of the type named. */
export function hasShape(read: unknown, shape: Record<string, 'string' | 'number' | 'object'>): boolean {
  if (typeof read !== 'object' || read === null) return false;
  const values = new Map<string, unknown>(Object.entries(read));
  return Object.entries(shape).every(([key, type]) => typeof values.get(key) === type);
}

export function property<Value>(scope: Scope, key: string, codec: Codec<Value>): Entry<Value> {
  const store = () => propertiesOf(scope);
  return {
    read: (memory = store()) => decoded(codec, memory.getProperty(key)),
    write: (value) => {
      store().setProperty(key, codec.encode(value));
    },
    forget: () => {
      store().deleteProperty(key);
    },
  };
}

/** For `seconds` at most; Google may forget it earlier. Does nothing in a script that belongs to no document. */
export function cached<Value>(key: string, codec: Codec<Value>, seconds: number): Entry<Value> {
  const store = () => CacheService.getDocumentCache();
  return {
    read: () => decoded(codec, store()?.get(key) ?? null),
    write: (value) => store()?.put(key, codec.encode(value), seconds),
    forget: () => store()?.remove(key),
  };
}

/** A property holds 9 KB: so many characters of any text, or so many of a text of one byte each. */
const PIECE = 2_900;
const ASCII_PIECE = 8_000;

/** The head of a longer text, under its key: how many pieces follow under `key:0`, `key:1` and so on, and the fingerprint of the whole. */
interface Pieces {
  pieces: number;
  seal: string;
}

/** A value whose text may be longer than a property holds. Two writers at once leave no mixture of both: it reads as nothing. */
export function longProperty<Value>(scope: Scope, key: string, codec: Codec<Value>): Entry<Value> {
  const pieceKey = (piece: number) => `${key}:${piece}`;
  const forgetFrom = (properties: Properties, first: number, count: number) => {
    for (let piece = first; piece < count; piece++) properties.deleteProperty(pieceKey(piece));
  };
  return {
    read: (properties = propertiesOf(scope)) => {
      const head = properties.getProperty(key);
      const kept = piecesOf(head);
      if (kept === undefined) return decoded(codec, head);
      const pieces = Array.from({ length: kept.pieces }, (_, piece) => properties.getProperty(pieceKey(piece)) ?? '');
      const whole = pieces.join('');
      return kept.isWhole(whole) ? codec.decode(whole) : undefined;
    },
    write: (value) => {
      const properties = propertiesOf(scope);
      const whole = codec.encode(value);
      const before = properties.getProperty(key);
      const count = whole.length <= PIECE ? 0 : Math.ceil(whole.length / pieceSize(whole));
      const head = count === 0 ? whole : JSON.stringify({ pieces: count, seal: fingerprint(whole) } satisfies Pieces);
      if (before === head) return;
      const pieces = cut(whole, count).map((piece, index) => [pieceKey(index), piece]);
      properties.setProperties({ ...Object.fromEntries(pieces), [key]: head });
      forgetFrom(properties, count, piecesOf(before)?.pieces ?? 0);
    },
    forget: () => {
      const properties = propertiesOf(scope);
      forgetFrom(properties, 0, piecesOf(properties.getProperty(key))?.pieces ?? 0);
      properties.deleteProperty(key);
    },
  };
}

function pieceSize(whole: string): number {
  for (let index = 0; index < whole.length; index++) if (whole.charCodeAt(index) > 0x7f) return PIECE;
  return ASCII_PIECE;
}

function cut(whole: string, count: number): string[] {
  const size = pieceSize(whole);
  return Array.from({ length: count }, (_, piece) => whole.slice(piece * size, (piece + 1) * size));
}

/** What a head says of its pieces; undefined for a text that is the value itself. Before 0.2 a review's head was `pieces length`. */
function piecesOf(head: string | null): { pieces: number; isWhole(text: string): boolean } | undefined {
  const [, old, length] = /^(\d+) (\d+)$/.exec(head ?? '') ?? [];
  if (old !== undefined) return { pieces: Number(old), isWhole: (text) => text.length === Number(length) };
  const read = head?.startsWith('{"pieces":') === true ? parsed(head) : undefined;
  if (!isPieces(read)) return undefined;
  return { pieces: read.pieces, isWhole: (text) => fingerprint(text) === read.seal };
}

function isPieces(read: unknown): read is Pieces {
  return hasShape(read, { pieces: 'number', seal: 'string' });
}

function propertiesOf(scope: Scope): Properties {
  return scope === 'document' ? PropertiesService.getDocumentProperties() : PropertiesService.getUserProperties();
}

function decoded<Value>(codec: Codec<Value>, stored: string | null): Value | undefined {
  return stored === null ? undefined : codec.decode(stored);
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}
