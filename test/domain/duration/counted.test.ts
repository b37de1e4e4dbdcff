// A number counts the noun behind it; behind it may stand a word that is none, and then the number is left over.
import { describe, expect, test } from '@jest/globals';
import { readDuration } from '../../../src/domain/duration/reader.ts';

interface Tongue {
  length: string;
  condition: string;
  /** What no number counts: adverbs, and phrases that say when or whether. */
  uncounted: string;
  counted: string;
}

const TONGUES: Record<string, Tongue> = {
  English: {
    length: '4 weeks',
    condition: 'if all goes well',
    uncounted: `otherwise, else, perhaps, later, afterwards, besides, sometimes, regardless, nevertheless, elsewhere, somewhere, there, here,
      once, hence, likewise, sideways, upwards, indoors, overseas, nowadays, at worst, at best, worst case, in the worst case, outside,
      alongside, therefore, furthermore, moreover, often, even then, sooner, faster, slower, however, ever, altogether, together, alone,
      meanwhile, awhile, despite delays, given delays, during sales, as backup, as needed, in most cases, among friends, against
      expectations, worse, realistically, seems realistic, takes too long, likely, eventually, again, instead, overnight, though, lengthwise, crossways, barring
      surprises, give or take`,
    counted: 'unique visitors, shops, people, newly opened bakeries, children, tables, repairs, men',
  },
  German: {
    length: '4 Wochen',
    condition: 'wenn alles klappt',
    uncounted: `sonst, andernfalls, ansonsten, notfalls, gegebenenfalls, bestenfalls, schlimmstenfalls, später, früher, eher, lieber, besser,
      länger, wieder, weiter, nachher, vorher, daher, meistens, wenigstens, übrigens, normalerweise, möglicherweise, teilweise, anders,
      besonders, allerdings, morgens, anfangs, oben, innen, hinten, gegen Ende, etwas, alles, nichts, daneben, draußen, gerne, bitte,
      eventuell, bei Problemen, als Reserve, außerdem, trotzdem, stattdessen, inzwischen, zunächst, bald, sicherheitshalber, anderswo, meinetwegen,
      andererseits, einstweilen, strenggenommen, mangels Bestellungen`,
    counted: 'Filialen, Kunden, neue Tische, Kinder, Projekte, Bestellungen',
  },
  Spanish: {
    length: '4 semanas',
    condition: 'si todo va bien',
    uncounted: `después, además, quizás, antes, entonces, lejos, jamás, apenas, adelante, posiblemente, normalmente, probablemente, siempre, más
      tarde, aparte, bastante, aunque, a veces, en caso contrario, de lo contrario, tal vez, pronto, donde, según pedidos, ante problemas`,
    counted: 'tiendas, clientes nuevos, pedidos',
  },
  French: {
    length: '4 semaines',
    condition: 'si tout va bien',
    uncounted: `puis, alors, ailleurs, parfois, toutefois, jamais, désormais, dehors, dessus, mieux, après, ensuite, plus tard, encore, bien, rien,
      ensemble, contre, outre, vite, volontiers, sinon, autrement, éventuellement, probablement, malgré retards, vers midi, comme réserve`,
    counted: 'magasins, clients, tableaux',
  },
  Portuguese: {
    length: '4 semanas',
    condition: 'se tudo der certo',
    uncounted: `depois, antes, aliás, demais, possivelmente, provavelmente, sempre, mais tarde, adiante, logo, apenas, pois, bastante, jamais, às
      vezes, caso contrário, senão, sobretudo, tarde, cedo, embora, aqui, conforme pedidos, perante atrasos, nunca`,
    counted: 'lojas, pedidos, clientes',
  },
};

const listed = (words: string) => words.split(',').map((word) => word.trim().replace(/\s+/g, ' '));

describe.each(Object.entries(TONGUES))('in %s', (_, { length, condition, uncounted, counted }) => {
  const read = (text: string) => readDuration(text, '2026-02-11', { sprintDays: 14 });

  test.each(listed(uncounted))('a number before "%s" counts nothing, so that there is no date', (word) => {
    for (const count of ['6', '1'])
      for (const before of [length, `${length} ${condition}`])
        expect([word, count, before, read(`${before}, ${count} ${word}`).dated]).toEqual([word, count, before, false]);
  });

  test.each(listed(counted))('a number before "%s" counts them', (noun) => {
    expect(read(`${length}, 6 ${noun}`)).toMatchObject({ dated: true, due: '2026-03-11' });
  });

  test('a number behind a condition may be of the length, whatever stands behind it', () => {
    const noun = listed(counted)[0];
    expect(read(`${length} ${condition}, 6 ${noun}`).dated).toBe(false);
  });
});
