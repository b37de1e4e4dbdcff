// Templates of pages: `<? ?>`, `<?= ?>` and `<?!= ?>` turned into code, and the escaping that the place in the page asks for.

import type { Switches } from '../switches.ts';

/** Where in a page a value is printed. */
export type Place = 'text' | 'attribute' | 'url' | 'script' | 'script-string' | 'style' | 'tag';

/** What the generated code calls: literal text, a value to be escaped, a value as it is. */
export const PRINTERS = ['_literal', '_escaped', '_raw'] as const;

/** The template's code: it calls the printers with what the page is made of. */
export function templateCode(template: string): string {
  let code = '';
  let rest = template;
  for (;;) {
    const start = rest.indexOf('<?');
    if (start < 0) return `${code}_literal(${JSON.stringify(rest)});`;
    code += `_literal(${JSON.stringify(rest.slice(0, start))});`;
    const end = rest.indexOf('?>', start);
    const inner = rest.slice(start + 2, end < 0 ? undefined : end);
    if (inner.startsWith('!=')) code += `_raw(${inner.slice(2)}\n);`;
    else if (inner.startsWith('=')) code += `_escaped(${inner.slice(1)}\n);`;
    else code += `${inner}\n`;
    if (end < 0) return code;
    rest = rest.slice(end + 2);
  }
}

const URL_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'cite', 'poster', 'background', 'data']);

/** Follows the literal parts of a page and knows in what place the next value stands. */
export class PlaceReader {
  #state: 'text' | 'comment' | 'tag' | 'value' | 'script' | 'style' = 'text';
  #quote = '';
  #tag = '';
  #attribute = '';
  #scriptQuote = '';
  #hasValueBegun = false;

  get place(): Place {
    if (this.#state === 'value') {
      if (this.#attribute.startsWith('on')) return 'script-string';
      return URL_ATTRIBUTES.has(this.#attribute) && !this.#hasValueBegun ? 'url' : 'attribute';
    }
    if (this.#state === 'script') return this.#scriptQuote === '' ? 'script' : 'script-string';
    if (this.#state === 'style' || this.#state === 'tag') return this.#state;
    return 'text';
  }

  /** Takes the next literal part of the page. */
  read(text: string): void {
    let at = 0;
    while (at < text.length) at = this.#step(text, at);
  }

  /** A value was printed where the page stands. */
  printed(): void {
    if (this.#state === 'value') this.#hasValueBegun = true;
  }

  #step(text: string, at: number): number {
    const rest = text.slice(at, at + 400);
    switch (this.#state) {
      case 'text': {
        if (text.startsWith('<!--', at)) {
          this.#state = 'comment';
          return at + 4;
        }
        const tag = /^<(\/?[a-z][a-z0-9-]*)/i.exec(rest);
        if (!tag) return at + 1;
        this.#state = 'tag';
        this.#tag = (tag[1] ?? '').toLowerCase();
        return at + tag[0].length;
      }
      case 'comment':
        if (!text.startsWith('-->', at)) return at + 1;
        this.#state = 'text';
        return at + 3;
      case 'tag':
        return this.#stepInTag(text, at, rest);
      case 'value': {
        const isOver = this.#quote === '' ? /[\s>]/.test(text[at] ?? '') : text[at] === this.#quote;
        if (!isOver) {
          this.#hasValueBegun = true;
          return at + 1;
        }
        this.#state = 'tag';
        return this.#quote === '' ? at : at + 1;
      }
      case 'script':
      case 'style': {
        const end = new RegExp(`^</${this.#state}`, 'i').exec(rest);
        if (end) {
          this.#tag = '/';
          this.#state = 'tag';
          this.#scriptQuote = '';
          return at + end[0].length;
        }
        return this.#state === 'script' ? this.#stepInScript(text, at) : at + 1;
      }
    }
  }

  #stepInTag(text: string, at: number, rest: string): number {
    const attribute = /^([^\s"'<>/=]+)\s*=\s*(["']?)/.exec(rest);
    if (attribute) {
      this.#attribute = (attribute[1] ?? '').toLowerCase();
      this.#quote = attribute[2] ?? '';
      this.#hasValueBegun = false;
      this.#state = 'value';
      return at + attribute[0].length;
    }
    const word = /^[^\s"'<>/=]+/.exec(rest);
    if (word) return at + word[0].length;
    if (text[at] === '>') this.#state = this.#tag === 'script' || this.#tag === 'style' ? this.#tag : 'text';
    return at + 1;
  }

  #stepInScript(text: string, at: number): number {
    const sign = text[at] ?? '';
    if (this.#scriptQuote === '') {
      if (text.startsWith('//', at)) {
        const end = text.indexOf('\n', at);
        return end < 0 ? text.length : end;
      }
      if (text.startsWith('/*', at)) {
        const end = text.indexOf('*/', at);
        return end < 0 ? text.length : end + 2;
      }
      if (sign === '"' || sign === "'" || sign === '`') this.#scriptQuote = sign;
      return at + 1;
    }
    if (sign === '\\') return at + 2;
    if (sign === this.#scriptQuote) this.#scriptQuote = '';
    return at + 1;
  }
}

const ENTITIES = {
  specified: { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' },
  other: { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' },
} satisfies Record<Switches['details'], Record<string, string>>;

function htmlEscaper({ details }: Pick<Switches, 'details'>): (text: string) => string {
  const entities: Record<string, string> = ENTITIES[details];
  return (text) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function escapeScript(text: string): string {
  return text.replace(/[^\w ,.-]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** The value as it may stand in its place without becoming markup or code. */
export function escapeFor(place: Place, value: unknown, switches: Pick<Switches, 'details'>): string {
  const escapeHtml = htmlEscaper(switches);
  const text = isNothing(value) && switches.details === 'specified' ? '' : String(value);
  switch (place) {
    case 'script':
      if (typeof value === 'number' || typeof value === 'boolean' || isNothing(value)) return String(value ?? null);
      return `'${escapeScript(text)}'`;
    case 'script-string':
      return escapeHtml(escapeScript(text));
    case 'url':
      return /^\s*(?!(?:https?|mailto):)[a-z][\w+.-]*:/i.test(text) ? '#zSafehtmlz' : escapeHtml(text);
    case 'style':
      return text.replace(/[^\w #%.,-]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
    default:
      return escapeHtml(text);
  }
}
