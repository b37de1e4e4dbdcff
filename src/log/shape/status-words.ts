// The words by which logs call the statuses of an experiment, and the sections in which they stand: one table.
import type { Status } from '../../domain/experiment/status.ts';
import { STATUSES } from '../../domain/experiment/status.ts';
import type { Language } from './label-words.ts';
import { plainWord } from './words.ts';

/**
 * Parted by commas, without case and accents, and without the feminines of what is there. Behind a semicolon those that say more than the
 * status: that it waits, came to nothing, or made room for another.
 */
export const STATUS_WORDS: Readonly<Partial<Record<Status, Readonly<Record<Language, string>>>>> = {
  Proposed: {
    en: 'proposed, proposal, not started, not yet started, not begun, planned, planning, plan, backlog, todo, to do, to be done, next, up next, next up, idea, draft, new, open, queue, queued, scheduled, upcoming, pending, ready, candidate, suggested, requested, under review, in review, want to try, to try, not tried, not yet tried, not tried yet, untried; paused, on hold, hold, parked, deferred, postponed, someday, later, waiting, on ice',
    de: 'geplant, vorgeschlagen, vorschlag, offen, neu, entwurf, idee, ideen, nicht begonnen, noch nicht begonnen, zu tun, als nachstes, noch nicht probiert, zu probieren, ausprobieren, wollen wir probieren; pausiert, ruht, zuruckgestellt, verschoben, angehalten, geparkt, wartet, auf eis',
    fr: 'propose, prevu, planifie, a faire, a venir, brouillon, nouveau, pas commence, non commence, a essayer; en attente, en pause, reporte, mis de cote',
    es: 'propuesto, planificado, planeado, previsto, pendiente, por hacer, borrador, nuevo, sin empezar, no iniciado, por probar, para probar; en espera, en pausa, aplazado, aparcado',
    pt: 'proposto, planejado, planeado, previsto, a fazer, por fazer, pendente, rascunho, novo, nao iniciado, ideia, a testar; em espera, pausado, adiado',
    it: 'proposto, pianificato, previsto, da fare, bozza, nuovo, non iniziato, da provare; in attesa, in pausa, sospeso, rimandato, rinviato',
    nl: 'voorgesteld, voorstel, gepland, te doen, nog te doen, nieuw, concept, niet begonnen, nog niet begonnen, te proberen; in de wacht, gepauzeerd, uitgesteld',
  },
  Active: {
    en: 'active, in progress, running, wip, work in progress, ongoing, on going, started, begun, in trial, on trial, trial, trialling, trialing, testing, in test, in testing, being tested, live, underway, under way, doing, current, now, doing now, do, check, study, currently running, in flight, in work, experimenting, measuring, in use, trying, trying now, running now',
    de: 'lauft, laufend, aktiv, in arbeit, begonnen, gestartet, im gange, im test, in erprobung, wird erprobt, wird getestet, dran, jetzt, lauft gerade, lauft noch, wird probiert, probieren wir gerade',
    fr: "en cours, actif, demarre, commence, lance, a l'essai, en test, en essai, maintenant, en cours d'essai, on essaie",
    es: 'en curso, activo, en marcha, en progreso, iniciado, empezado, en prueba, en pruebas, probando, ahora, probando ahora',
    pt: 'em andamento, em curso, ativo, em progresso, em execucao, a decorrer, em teste, em testes, testando, agora',
    it: 'in corso, attivo, avviato, iniziato, in prova, in lavorazione, adesso, ora',
    nl: 'lopend, loopt, actief, actieve, bezig, in uitvoering, gestart, wordt getest, nu',
  },
  Completed: {
    en: "completed, complete, done, accepted, adopted, shipped, won, win, pass, passed, finished, kept, keep, closed, concluded, implemented, merged, released, deployed, rolled out, succeeded, success, successful, worked, validated, proven, confirmed, approved, resolved, ended, over, past, ran, evaluated, measured, graduated, decided, standardised, standardized, tried, works; lost, loss, fail, invalidated, disproven, refuted, failed, inconclusive, didn't work, did not work, doesn't work, no effect",
    de: 'abgeschlossen, fertig, erledigt, beendet, angenommen, ubernommen, umgesetzt, eingefuhrt, behalten, bleibt, bestatigt, erfolgreich, ausgewertet, hat funktioniert, funktioniert, hat geklappt, ausprobiert, probiert, getestet, erprobt; widerlegt, gescheitert, hat nicht funktioniert, hat nicht geklappt, nicht geklappt',
    fr: "termine, fini, finie, acheve, adopte, accepte, garde, clos, close, fait, realise, reussi, valide, a marche, a fonctionne, essaye, teste; n'a pas marche, n'a pas fonctionne, echoue",
    es: 'completado, terminado, hecho, listo, adoptado, aceptado, finalizado, cerrado, realizado, validado, concluido, funciono, probado, ensayado; no funciono, fallido',
    pt: 'concluido, completo, feito, pronto, adotado, aceito, aceite, aprovado, encerrado, fechado, implementado, mantido, testado',
    it: 'completato, concluso, finito, fatto, terminato, adottato, accettato, approvato, chiuso, realizzato, mantenuto, riuscito, provato',
    nl: 'afgerond, voltooid, klaar, gereed, gedaan, afgesloten, aangenomen, geaccepteerd, goedgekeurd, ingevoerd, behouden, geslaagd, beeindigd, uitgevoerd, geprobeerd; mislukt',
  },
  Dropped: {
    en: "dropped, drop, abandoned, rejected, deprecated, stopped, cancelled, canceled, given up, withdrawn, killed, discard, discarded, declined, obsolete, reverted, rolled back, undone, won't do, wont do, wontfix, won't fix, not doing, not done, retired, aborted, scrapped, shelved, invalid, removed, ended early, terminated, discontinued, halted, cut, ditched, no go, gave up, gave up on, called off; superseded, replaced",
    de: 'abgebrochen, verworfen, abgelehnt, eingestellt, gestoppt, aufgegeben, zuruckgezogen, gestrichen, fallengelassen, fallen gelassen, veraltet; ersetzt, abgelost, uberholt',
    fr: 'abandonne, abandonnes, rejete, rejetes, annule, arrete, refuse, laisse tomber, abandon; remplace',
    es: 'abandonado, rechazado, cancelado, descartado, detenido, anulado, obsoleto, lo dejamos; sustituido',
    pt: 'rejeitado, recusado, interrompido, parado, desistido; substituido',
    it: 'abbandonato, scartato, respinto, rifiutato, annullato, interrotto, fermato; sostituito, superato',
    nl: 'gestopt, gestaakt, afgebroken, afgewezen, verworpen, geannuleerd, vervallen, ingetrokken, opgegeven, verouderd; vervangen, achterhaald',
  },
};

/** Emoji that say the same by themselves, parted by blanks; the first of a status is the one that a log gets where it has none of its own. */
export const STATUS_EMOJI: Readonly<Partial<Record<Status, string>>> = {
  Proposed: '💡 📝 🆕 📋 🔜 ⏸ ⬜ 💤 🗓',
  Active: '🔄 🚧 🏃 ▶ ⏳ 🧪 🟢 🔬 🛠 ⚙ 🔁',
  Completed: '✅ ☑ ✔ 🏁 🎉 🏆 🆗 👍',
  Dropped: '❌ ✖ 🚫 ⛔ 🗑 🛑 👎 ❎',
};

const MEANINGS = new Map<string, Status>();
const SAYING_MORE = new Set<string>();
for (const status of STATUSES) {
  for (const words of Object.values(STATUS_WORDS[status] ?? {})) {
    for (const [at, list] of words.split('; ').entries()) {
      for (const word of list.split(', ').map(plainWord)) {
        if (!MEANINGS.has(word)) MEANINGS.set(word, status);
        if (at > 0) SAYING_MORE.add(word);
      }
    }
  }
  for (const emoji of STATUS_EMOJI[status]?.split(' ') ?? []) MEANINGS.set(emoji, status);
}

/** What a word means, of a masculine that the table has its feminine, too: `terminada`, `abgeschlossene`. */
const meaningOf = (word: string): Status | undefined =>
  MEANINGS.get(word) ??
  (/[ae]$/.test(word) ? MEANINGS.get(word.replace(/a$/, 'o').replace(/(?<=.{5})e$/u, '')) : undefined);

const EMOJI = /\p{Extended_Pictographic}/u;

/** Marks of bold words, code and what is struck through. */
const MARKS = /[*`~]+/g;

/** A status as tables of its words list it: the plain word, or the emoji where it is nothing else. */
export function statusWord(text: string): string {
  return plainWord(text.replace(MARKS, '')) || (EMOJI.exec(text.slice(0, 20))?.[0] ?? '');
}

/** The first emoji that says a status, as offsets; none where the text has none. */
export function statusEmojiIn(text: string): { start: number; end: number } | undefined {
  if (text === '') return undefined;
  const emoji = /\p{Extended_Pictographic}\ufe0f?/gu;
  for (let match = emoji.exec(text); match; match = emoji.exec(text)) {
    if (meaningOf(statusWord(match[0])) !== undefined)
      return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** The emoji of a status that a log has none for; `''` for a status without. */
export function emojiOf(status: Status): string {
  return STATUS_EMOJI[status]?.split(' ')[0] ?? '';
}

/** The most words that one entry of the table has. */
const LONGEST = 4;

/** The status that a text means: the whole of it, or the words it begins with (`Superseded by 6`); undefined for others. */
export function meaningOfStatus(text: string): Status | undefined {
  const word = statusWord(text);
  const whole = meaningOf(word);
  if (whole !== undefined || word.length > 80) return whole;
  const parts = word.split(/(?<=[\p{L}\p{N}])(?=[^\p{L}\p{N}'])/u).slice(0, LONGEST);
  for (let count = parts.length; count > 0; count -= 1) {
    const lead = parts.slice(0, count).join('');
    const meaning = meaningOf(lead);
    // `Done, but …` says so; `New shelf for …` says nothing of a status.
    if (
      meaning !== undefined &&
      (/^\s*(?:[(,;:.–—/-]|by\b|on\b|in\b|since\b|until\b|am\b|seit\b|durch\b|par\b|por\b|\d)/u.test(
        word.slice(lead.length),
      ) ||
        count > 1)
    ) {
      return meaning;
    }
  }
  return undefined;
}

/** Whether a status word says more than its status: no other experiment gets it where the log has another. */
export const saysMore = (text: string): boolean => SAYING_MORE.has(statusWord(text));

/** Whether a text is a status word of the table and nothing more. */
export function isStatusWord(text: string): boolean {
  return meaningOf(statusWord(text)) !== undefined;
}

/** The words of a status before a remark. */
export const firstWords = (value: string): string =>
  /^[^\p{L}]*[\p{L}'’-]+/u.exec(value.replace(MARKS, ''))?.[0] ?? value;

/** What may stand beside a status in the heading of a section without saying more. */
const FILLERS =
  /\b(?:experiments?|experimente?|trials?|tests?|items?|work|ideas?|decisions?|improvements?|things|changes?|versuche?|essais?|experiences?|experimentos?|ensayos?|pruebas?|laufende versuche|ensaios?|testes?|melhorias?|esperimenti|prove|proeven|experimenten|ideias?|ideeen)\b/g;

/** A title may name several by a word that the table has for one: `Terminées`, `Concluse`. */
const meaningOfTitle = (words: string): Status | undefined =>
  meaningOf(words) ?? meaningOf(words.replace(/s(?= |$)/g, '')) ?? meaningOf(words.replace(/[ie]$/, 'o'));

/** The status whose experiments a section holds, by its heading without marks: `Running experiments`, `Failed / Abandoned`. */
export function statusOfSection(title: string): Status | undefined {
  const found = plainWord(title.replace(/\s+[([].*$/, ''))
    .split(/\s*(?:[/,&+|]|\band\b|\bor\b|\bund\b|\bet\b|\b[yeo]\b)\s*/)
    .map((part) => meaningOfTitle(part) ?? meaningOfTitle(part.replace(FILLERS, '').trim()));
  // Of several words the last is the stronger one: something that failed was dropped if the heading says so.
  return found.every((status) => status !== undefined) ? found[found.length - 1] : undefined;
}

/** Headings under which logs list ideas that are no experiments yet. */
export const CANDIDATE_WORDS: ReadonlySet<string> = new Set(
  'candidates, ideas, idea list, idea box, parking lot, someday, someday maybe, maybe, later, not now, backlog, wish list, wishlist, to try, things to try, next ideas, next experiments, ideen, ideenspeicher, spater, irgendwann, vorschlage, idees, boite a idees, plus tard, propositions, ideas pendientes, mas tarde, propuestas, ideias, mais tarde, propostas, proposte, piu tardi, ideeen, voorstellen'.split(
    ', ',
  ),
);

/** Whether a heading says that ideas stand below it. */
export function isIdeasTitle(title: string): boolean {
  return CANDIDATE_WORDS.has(plainWord(title));
}
