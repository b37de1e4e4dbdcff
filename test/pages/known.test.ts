// What is like an idea, and what says some words, is found among all that was tried.
import { describe, expect, test } from '@jest/globals';
import { type Known, KnownIndex } from '../../src/pages/sidebar/memory/search.ts';
import { REPHRASED, TRIED } from '../fixtures/tried-before.ts';

function indexOf(entries: readonly Known[]): KnownIndex {
  const index = new KnownIndex();
  // In two goes, as a page adds them in slices.
  index.add(entries.slice(0, 7));
  index.add(entries.slice(7));
  return index;
}

const known = (title: string, text = '', more: Partial<Known> = {}): Known => ({
  ...{ kind: 'experiment', id: '', row: 2, status: '', decision: '' },
  ...{ title, text },
  ...more,
});
const nobody = () => false;
const all = indexOf(TRIED);

describe('what is like an idea', () => {
  test('is among the first three for at least 36 of 40 that somebody words anew, in a set of 200', () => {
    expect([TRIED.length, REPHRASED.length]).toEqual([200, 40]);
    const isFound = (text: string, tried: string) => all.nearest(text, nobody).some(({ title }) => title === tried);
    const missed = REPHRASED.filter(({ tried, title, hypothesis }) => !isFound(`${title} ${hypothesis}`, tried));
    const byTitle = REPHRASED.filter(({ tried, title }) => isFound(title, tried)).length;
    process.stdout.write(`tried before: ${40 - missed.length} of 40 found, ${byTitle} by the title alone\n`);
    expect(missed.length).toBeLessThanOrEqual(4);
    expect(byTitle).toBeGreaterThanOrEqual(30);
  });

  test('shares no whole sentence with what it was told anew from', () => {
    for (const { tried, title, hypothesis } of REPHRASED) {
      const { text } = TRIED.find((entry) => entry.title === tried) as Known;
      expect(title).not.toBe(tried);
      expect(hypothesis).not.toBe(text);
    }
  });

  test('is found while the last word is being typed, and where it is spelt a little otherwise', () => {
    expect(all.nearest('vibration sens', nobody)[0]?.title).toBe('Vibration sensor on the pump');
    expect(all.nearest('gluten-free cornar', nobody)[0]?.title).toBe('Gluten-free corner with its own knife');
  });

  test('is never itself', () => {
    const self = TRIED[0] as Known;
    const text = `${self.title} ${self.text}`;
    expect(all.nearest(text, nobody)[0]).toBe(self);
    expect(all.nearest(text, ({ id }) => id === self.id)).not.toContain(self);
  });

  test('is at most three, and none where fewer than two words tell anything, or hardly one is known', () => {
    expect(all.nearest('bread sold by the shop on Monday', nobody)).toHaveLength(3);
    for (const text of ['', 'bread', 'if we then because', 'bread bread the bread', 'bread zzyzx qwert vbnmx plokij'])
      expect(all.nearest(text, nobody)).toEqual([]);
  });
});

describe('what says some words', () => {
  const some = indexOf([
    known('Café on the quay', 'Line one.\nSold at the quay for a month, and nobody came back for the café itself.', {
      id: 'K-BIZ-004',
      status: 'Dropped',
      decision: 'Drop',
    }),
    known('Tea at the gate', `${'Before. '.repeat(40)}Then a cafe opened. ${'After. '.repeat(40)}`, {
      id: 'K-BIZ-014',
    }),
    known('<b>Milk</b> first', '', { kind: 'candidate', row: 7 }),
  ]);
  const titles = (text: string) => some.find(text).found.map((found) => found.known.title);
  const marked = (pieces: { text: string; isFound: boolean }[]) =>
    pieces.flatMap(({ text, isFound }) => (isFound ? [text] : []));

  test('is found with or without accents, whatever its state, all words of the search in it', () => {
    expect(titles('cafe')).toEqual(['Café on the quay', 'Tea at the gate']);
    expect(titles('CAFÉ quay')).toEqual(['Café on the quay']);
    expect(titles('cafe milk')).toEqual([]);
    expect(titles('quay caf')).toEqual(['Café on the quay']);
  });

  test('is found by its ID, and a candidate by its idea', () => {
    expect(titles('K-BIZ-014')).toEqual(['Tea at the gate']);
    expect(titles('milk')).toEqual(['<b>Milk</b> first']);
  });

  test('shows what matched, in the title and around the first place of the text', () => {
    const [quay, tea] = some.find('cafe').found;
    expect(marked(quay?.title ?? [])).toEqual(['Café']);
    const snippet = (tea?.snippet ?? []).map(({ text }) => text).join('');
    expect(snippet).toMatch(/^….*Then a cafe opened\..*…$/);
    expect(snippet.length).toBeLessThan(160);
    expect(marked(tea?.snippet ?? [])).toEqual(['cafe']);
    expect(some.find('cafe').found.map(({ title }) => title.map(({ text }) => text).join(''))).toEqual(titles('cafe'));
  });

  test('is counted whole and shown in part', () => {
    const many = indexOf(Array.from({ length: 50 }, (_, row) => known(`Tea ${row}`, '', { row })));
    const { found, all: count } = many.find('tea');
    expect([found.length, count]).toEqual([30, 50]);
  });

  test.each(['', '   ', 'x', 'the', '((', '<'])('is nothing for a search that says nothing: %j', (text) => {
    expect(some.find(text)).toEqual({ found: [], all: 0 });
  });
});
