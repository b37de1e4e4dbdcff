// The words by which logs call the statuses of an experiment, and the sections in which they stand: one table.
import type { Status } from '../../domain/experiment/status.ts';
import type { Language } from './labels.ts';

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
    en: 'active, in progress, running, wip, work in progress, ongoing, on going, started, begun, in trial, on trial, trial, trialling, trialing, testing, in test, in testing, being tested, live, underway, under way, doing, current, now, doing now, do, check, study, currently running, in flight, in work, experimenting, measuring, in use, trying, trying now, running now, still running, still going, still trying',
    de: 'lauft, laufend, aktiv, in arbeit, begonnen, gestartet, im gange, im test, in erprobung, wird erprobt, wird getestet, in umsetzung, wird umgesetzt, dran, jetzt, lauft gerade, lauft noch, wird probiert, probieren wir gerade',
    fr: "en cours, actif, demarre, commence, lance, a l'essai, en test, en essai, maintenant, en cours d'essai, on essaie",
    es: 'en curso, activo, en marcha, en progreso, iniciado, empezado, en prueba, en pruebas, probando, ahora, probando ahora',
    pt: 'em andamento, em curso, ativo, em progresso, em execucao, a decorrer, em teste, em testes, testando, agora',
    it: 'in corso, attivo, avviato, iniziato, in prova, in lavorazione, adesso, ora',
    nl: 'lopend, loopt, actief, actieve, bezig, in uitvoering, gestart, wordt getest, nu',
  },
  Completed: {
    en: "completed, complete, done, accepted, adopted, shipped, won, win, pass, passed, finished, kept, keep, closed, concluded, implemented, merged, released, deployed, rolled out, succeeded, success, successful, worked, validated, proven, confirmed, approved, resolved, ended, over, past, ran, evaluated, measured, graduated, decided, standardised, standardized, standard, standard now, new standard, in place, winner, tried, works; lost, loss, fail, invalidated, disproven, refuted, failed, inconclusive, didn't work, did not work, doesn't work, no effect",
    de: 'abgeschlossen, fertig, erledigt, beendet, angenommen, ubernommen, umgesetzt, eingefuhrt, behalten, bleibt, bestatigt, standard, erfolgreich, ausgewertet, hat funktioniert, funktioniert, hat geklappt, ausprobiert, probiert, getestet, erprobt; widerlegt, gescheitert, hat nicht funktioniert, hat nicht geklappt, nicht geklappt',
    fr: "termine, fini, finie, acheve, adopte, accepte, garde, clos, close, fait, realise, reussi, valide, a marche, a fonctionne, essaye, teste; n'a pas marche, n'a pas fonctionne, echoue",
    es: 'completado, terminado, hecho, listo, adoptado, aceptado, finalizado, cerrado, realizado, validado, concluido, funciono, probado, ensayado; no funciono, fallido',
    pt: 'concluido, completo, feito, pronto, adotado, aceito, aceite, aprovado, encerrado, fechado, implementado, mantido, testado',
    it: 'completato, concluso, finito, fatto, terminato, adottato, accettato, approvato, chiuso, realizzato, mantenuto, riuscito, provato',
    nl: 'afgerond, voltooid, klaar, gereed, gedaan, afgesloten, aangenomen, geaccepteerd, goedgekeurd, ingevoerd, behouden, geslaagd, beeindigd, uitgevoerd, geprobeerd; mislukt',
  },
  Dropped: {
    en: "dropped, drop, abandoned, rejected, deprecated, stopped, cancelled, canceled, given up, withdrawn, killed, discard, discarded, declined, obsolete, reverted, rolled back, undone, won't do, wont do, wontfix, won't fix, not doing, not done, retired, aborted, scrapped, shelved, invalid, removed, ended early, terminated, discontinued, halted, cut, ditched, no go, quit, gave up, gave up on, called off; superseded, replaced",
    de: 'abgebrochen, verworfen, abgelehnt, eingestellt, gestoppt, aufgegeben, zuruckgezogen, gestrichen, fallengelassen, fallen gelassen, veraltet; ersetzt, abgelost, uberholt',
    fr: 'abandonne, abandonnes, rejete, rejetes, annule, arrete, refuse, laisse tomber, abandon; remplace',
    es: 'abandonado, rechazado, cancelado, descartado, detenido, anulado, obsoleto, lo dejamos; sustituido',
    pt: 'rejeitado, recusado, interrompido, parado, desistido; substituido',
    it: 'abbandonato, scartato, respinto, rifiutato, annullato, interrotto, fermato; sostituito, superato',
    nl: 'gestopt, gestaakt, afgebroken, afgeblazen, afgewezen, verworpen, geannuleerd, vervallen, ingetrokken, opgegeven, verouderd; vervangen, achterhaald',
  },
};

/** Emoji that say the same by themselves, parted by blanks; the first of a status is the one that a log gets where it has none of its own. */
export const STATUS_EMOJI: Readonly<Partial<Record<Status, string>>> = {
  Proposed: '💡 📝 🆕 📋 🔜 ⏸ ⬜ 💤 🗓',
  Active: '🔄 🚧 🏃 ▶ ⏳ 🧪 🟢 🔬 🛠 ⚙ 🔁',
  Completed: '✅ ☑ ✔ ✓ 🏁 🎉 🏆 🆗 👍',
  Dropped: '❌ ✖ ✗ ✘ 🚫 ⛔ 🗑 🛑 👎 ❎',
};

/** Headings under which logs list ideas that are no experiments yet. */
export const CANDIDATE_WORDS =
  'candidates, ideas, idea list, idea box, parking lot, someday, someday maybe, maybe, later, not now, backlog, wish list, wishlist, to try, things to try, next ideas, next experiments, ideen, ideenspeicher, spater, irgendwann, vorschlage, idees, boite a idees, plus tard, propositions, ideas pendientes, mas tarde, propuestas, ideias, mais tarde, propostas, proposte, piu tardi, ideeen, voorstellen, suggestions, proposals, future experiments, possible experiments, potential experiments, future trials, future tests, possible trials, possible tests, idea pipeline, ideas pipeline, icebox, ice box, incubator, untried, next up, up next, what to try next, what we could try, what we could try next, to test, things to test, kandidaten, ideenliste, ideenpool, themenspeicher, wunschliste, vorschlag, mogliche versuche, mogliche experimente, mogliche tests, zu probieren, zum ausprobieren, candidats, candidates a essayer, a tester, a essayer, pistes, boite aux idees, essais possibles, candidatos, por probar, para probar, sugerencias, posibles experimentos, banco de ideas, a testar, por testar, sugestoes, possiveis experimentos, banco de ideias, candidati, idee, da provare, suggerimenti, possibili esperimenti, ideeenlijst, ideeenbus, te proberen, nog te proberen, suggesties, mogelijke experimenten';

/** What may stand beside one of them without saying more. */
export const BESIDE_CANDIDATES = String.raw`\b(?:ideas?(?= (?:backlog|pipeline|pool))|of ideas|our|new|open|more|other|further|future|next|raw|all|kaizen|experiment|experiments|improvement|improvements|process|team|trial|trials|test|tests|of|for (?:later|the future|new experiments)|(?:still )?to (?:try|test|explore)|(?:not|never) (?:yet )?(?:scheduled|tried|started)|offene|neue|weitere|fur (?:spater|versuche|experimente)|(?:zum|zu) (?:ausprobieren|probieren|testen)|nouvelles|autres|a (?:tester|essayer)|d essais?|d amelioration|nuevas|otras|(?:por|para) (?:probar|testar)|de (?:mejora|melhoria)|novas|outras|a testar|nuove|altre|da (?:provare|testare)|di miglioramento|nieuwe|andere|te proberen|voor later)\b`;

/** What may stand beside a status in the heading of a section without saying more. */
export const BESIDE_STATUSES = String.raw`\b(?:experiments?|experimente?|trials?|tests?|items?|work|ideas?|decisions?|improvements?|things|changes?|versuche?|essais?|experiences?|experimentos?|ensayos?|pruebas?|ensaios?|testes?|melhorias?|esperimenti|prove|proeven|experimenten|ideias?|ideeen)\b`;

/** What stands beside the words of one of the template's sections in a title that is no more than that. */
export const BESIDE_SECTIONS = String.raw`\b(?:an?|and|to|of|for|the|our|your|this|new|next|three|kaizen|experiments?|trials?|tests?|log|logs|entry|entries|items?|copy|me|here|use|please|blank|empty|standard|markdown|how)\b`;

/** Words that part a status from its day: `done on 2 May`; a title that ends with one ends with the day. */
export const BEFORE_DAYS =
  'on|since|in|until|till|by|from|am|ab|bis|seit|le|au|depuis|el|desde|hasta|em|at[ée]|il|al|dal|op|tot|sinds|vanaf';

/** What a remark behind a status begins with: `Superseded by 6`, `Stopped after an accident`. */
export const REMARKS =
  'by|on|in|since|until|after|because|due|am|seit|durch|nach|wegen|weil|par|apr[eè]s|por|tras|despu[eé]s|ap[oó]s|depois|dopo|na|wegens';
