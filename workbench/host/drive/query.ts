// The `q` parameter of the Drive API, as far as the local host knows it: terms joined by `and`.

import type { DriveRecord } from '../drive-store.ts';
import { ROOT_ID } from '../drive-store.ts';

/** The query cannot be read. */
export class QueryError extends Error {}

function textOf(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/g, '$1');
}

const TEXT = String.raw`'(?:[^'\\]|\\.)*'`;
const TERM = new RegExp(
  String.raw`^\s*(?:(?<field>name|mimeType|modifiedTime|createdTime)\s*(?<operator>=|!=|<=|>=|<|>|contains)\s*(?<value>${TEXT})|trashed\s*=\s*(?<trashed>true|false)|(?<parent>${TEXT})\s+in\s+parents|(?<own>appProperties|properties)\s+has\s*\{\s*key\s*=\s*(?<key>${TEXT})\s+and\s+value\s*=\s*(?<held>${TEXT})\s*\})\s*`,
);

function compare(operator: string, value: string, wanted: string): boolean {
  switch (operator) {
    case '=':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case 'contains':
      // The API matches the beginnings of words.
      return ` ${value}`.toLowerCase().includes(wanted.toLowerCase());
    case '<':
      return value < wanted;
    case '<=':
      return value <= wanted;
    case '>':
      return value > wanted;
    default:
      return value >= wanted;
  }
}

/** Whether a file is what the query asks for; an empty query asks for all. Throws QueryError. */
export function matchesQuery(record: DriveRecord, query: string): boolean {
  let rest = query;
  let isMatch = true;
  while (rest.trim() !== '') {
    const match = TERM.exec(rest);
    const groups = match?.groups;
    if (!match || !groups) throw new QueryError(query);
    const { field, operator = '', value = '', trashed, parent, own, key = '', held = '' } = groups;
    if (trashed !== undefined) isMatch &&= record.trashed === (trashed === 'true');
    else if (parent !== undefined) {
      const id = textOf(parent);
      isMatch &&= record.parents.includes(id === 'root' ? ROOT_ID : id);
    } else if (own !== undefined) {
      isMatch &&= record[own as 'appProperties' | 'properties']?.[textOf(key)] === textOf(held);
    } else
      isMatch &&= compare(
        operator,
        record[field as 'name' | 'mimeType' | 'modifiedTime' | 'createdTime'],
        textOf(value),
      );
    rest = rest.slice(match[0].length);
    if (rest === '') break;
    const and = /^and\s+/.exec(rest);
    if (!and) throw new QueryError(query);
    rest = rest.slice(and[0].length);
  }
  return isMatch;
}
