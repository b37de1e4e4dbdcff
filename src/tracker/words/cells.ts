// The words and signs that tables of teams have in their cells and logs do not: statuses, decisions, and what rows are that are no experiments.
import type { Status } from '../../domain/experiment/status.ts';
import type { Decision } from '../../domain/experiment/template.ts';

/** A status, or an idea that is no experiment yet. */
export type StatusWord = Status | 'idea';

/** Signs, letters and words of tables for a status, beside those of logs. */
export const STATUS_SIGNS: Readonly<Partial<Record<StatusWord, string>>> = {
  idea: '💡 ❔ ❓',
  Proposed: '○ ◯ ⚪ ⬜ ☐ □ ⏳ 🕒 📅 P ⏸ ⏸️',
  Active: '● ◉ ◑ ◐ ◔ ◕ 🔵 🟡 🟠 ▶ ▶️ 🏃 🔄 D C',
  Completed: '✔ ✓ ✅ ☑ ☒ 🟢 🏁 🎉 A ✔️',
  Dropped: '✖ ✗ ✘ ❌ ✕ × 🔴 🚫 ⛔ 🗑 ✖️',
};
export const STATUS_WORDS: Readonly<Partial<Record<StatusWord, string>>> = {
  idea: 'idea, icebox, wish, candidate, suggestion, suggested, not assessed, idee, vorschlag, idea pendiente, sugerencia, a etudier, wunsch',
  Proposed:
    'wacht, blocked, stalled, approved, ready to start, to start, prioritized, prioritised, not yet, abierto, abierta, ouvert, ouverte, wartend, blockiert, freigegeben, bloque, a demarrer, valide a lancer, bloqueado, esperando, aprobado, por empezar',
  Active:
    'on track, off track, overdue, delayed, late, at risk, behind, behind schedule, uberfallig, verspatet, in verzug, en retard, atrasado, retrasado, vencido, in process, review, reviewing, en proceso, in bearbeitung, en traitement, em processo, evaluating, analysing, analyzing, in review of results, half way, half-way, checking, studying, ongoing test, in auswertung, wird gemessen, en mesure, midiendo',
  Completed:
    'winner, loser, lose, neutral, flat, no difference, significant, not significant, act, act (a), standard, new standard, 100, archived, archive, erfolg, gewonnen, verloren, kein effekt, archiv, gagne, perdu, sans effet, ganado, perdido, sin efecto, archivado',
  Dropped: 'stopped early, broken off, cut short, abort, abgesagt, interrompu, interrumpido, gestoppt vorzeitig',
};

/** What rests: with a day of beginning it has begun. */
export const RESTING_WORDS =
  'paused, on hold, hold, waiting, blocked, stalled, deferred, pausiert, ruht, angehalten, wartet, blockiert, en pause, en attente, bloque, en pausa, en espera, bloqueado, ◐, ⏸';

export const DECISION_WORDS: Readonly<Record<Decision | '', string>> = {
  Adopt:
    'adottare, mantenere, tenere, manter, houden, doorvoeren, invoeren, adopt, adopted, keep, kept, yes, y, ok, go, roll out, rollout, roll-out, rolled out, ship, shipped, scale, scaled, implement, implemented, standardise, standardised, standardize, standardized, make permanent, permanent, won, win, winner, success, successful, validated, proven, confirmed, worked, works, it works, approve, approved, accept, accepted, pass, passed, stays, true, ✔, ✓, ✅, 👍, ubernehmen, ubernommen, behalten, beibehalten, bleibt, einfuhren, eingefuhrt, umsetzen, ja, dauerhaft, erfolg, erfolgreich, gewonnen, bestatigt, adopter, adopte, garder, on garde, garde, oui, generaliser, conserver, valide, deployer, gagne, adoptar, adoptado, mantener, se mantiene, si, conservar, implementar, quedarse, exito, ganado, validado',
  Iterate:
    'ripetere, modificare, herhalen, aanpassen, iterate, iterating, again, another round, needs another round, next round, once more, repeat, retest, re-test, retry, try again, change, adjust, adapt, refine, tweak, modify, pivot, improve, extend, extended, continue testing, test again, rerun, re-run, inconclusive, unclear result, mixed, maybe later, revise, rework, wiederholen, nochmal, noch einmal, noch mal, anpassen, andern, erneut, nachbessern, uberarbeiten, verlangern, unklar, iterer, repeter, ajuster, adapter, a ajuster, ameliorer, encore une fois, recommencer, non concluant, prolonger, iterar, repetir, ajustar, adaptar, otra vez, mejorar, cambiar, no concluyente, prolongar, 🔁, 🔄',
  Drop: 'scartare, abbandonare, stoppen, laten vallen, nee, drop, dropped, no, n, scrap, scrapped, kill, killed, stop, stopped, reject, rejected, abandon, abandoned, discard, discarded, cancel, cancelled, lost, lose, loser, loss, failed, fail, failure, invalidated, disproven, refuted, not worth it, revert, reverted, roll back, rolled back, back to old way, remove, removed, decline, declined, end it, false, ✖, ✗, ✘, ❌, 👎, verwerfen, verworfen, nein, abbrechen, abgebrochen, aufgeben, aufgegeben, fallen lassen, einstellen, eingestellt, ablehnen, abgelehnt, gescheitert, verloren, widerlegt, zuruck, abandonner, abandonne, non, rejeter, rejete, arreter, arrete, echec, perdu, invalide, descartar, descartado, abandonar, abandonado, rechazar, rechazado, detener, fracaso, perdido, eliminar',
  '': 'not sure, unsure, open, still open, tbd, tba, pending, undecided, to be decided, to decide, not yet, later, n/a, na, none, waiting, noch offen, offen, unentschieden, zu entscheiden, steht aus, a decider, en attente, pas encore, indecis, por decidir, pendiente, todavia no, ?, -, –, —',
};

export const TOTAL_WORDS =
  'total, totals, grand total, subtotal, sub-total, sum, sums, average, averages, avg, mean, count, number of experiments, overall, gesamt, gesamtsumme, summe, zwischensumme, durchschnitt, mittelwert, anzahl, somme, sous-total, moyenne, nombre, total general, suma, promedio, media, cuenta, recuento';

export const LEGEND_WORDS =
  'legend, key, legende, zeichenerklarung, leyenda, status legend, colour code, color code, colours, colors, how to use, how to read this, instructions, hinweise, anleitung, mode d emploi, instrucciones';

export const DITTO_WORDS =
  "same, ditto, dito, same as above, as above, see above, \", '', 〃, id, idem, siehe oben, wie oben, gleich, voir ci-dessus, igual, lo mismo";

/** Words of a result that say that it was given up, where no column says what was decided. */
export const GIVEN_UP_WORDS = String.raw`\b(?:not worth (?:it|the)|went back|gone back|gave (?:it )?up|given up|taken back|took it back|back to the old|rolled back|reverted|removed again|undone|nicht wert|lohnt (?:sich )?nicht|wieder (?:abgebaut|entfernt|zuruck)|zuruckgebaut|aufgegeben|revenu en arriere|pas la peine|abandonne|no vale la pena|volvimos atras|abandonado)\b`;

/** Words of a row that stand for a time. */
export const PERIODS = String.raw`^(?:(?:fy|gj)\s?\d{2,4}|(?:q|quarter|quartal|t|trim\w*)\.?\s?[1-4](?:[\s/-]+(?:fy)?'?\d{2,4})?|\d{4}(?:[\s/-]*(?:q|t)[1-4])?|[1-4]\.? ?(?:quartal|quarter)(?: \d{4})?|(?:sprint|week|kw|cw|woche|semaine|semana|month|monat|iteration|cycle|round|batch|wave) ?#?\d{1,3}(?:[\s/-]+\d{2,4})?|(?:h|s)[12](?:[\s/-]+\d{2,4})?|\p{L}{3,10}\.? \d{4})(?:\s*[(:–-].*)?$`;
