// The words of tables that logs do not have: columns, statuses by sign, decisions, and what rows are that are no experiments.
import type { RatingKey } from '../domain/experiment/scoring.ts';
import type { Status } from '../domain/experiment/status.ts';
import { type Decision, FIELDS, type FieldKey, fieldOf, WANTED_FIELDS } from '../domain/experiment/template.ts';
import { isIdeasTitle, meaningOfLabel, meaningOfStatus, plainWord, statusOfSection } from '../log/index.ts';

/**
 * What a column is read as: a field; who does it; the last day of what runs or the day on which it closed (`end`), or one of these alone; how far it is in
 * percent; a mark that it is so; a rating of what to try next; a column of the team's own; or nothing that is taken over.
 */
export type ColumnUse =
  | FieldKey
  | RatingKey
  | 'person'
  | 'end'
  | 'due'
  | 'closed'
  | 'progress'
  | 'mark'
  | 'own'
  | 'none';

/** Who does it, where the template has a field for that. */
export const PERSON: FieldKey | undefined = FIELDS.find(({ kind }: { kind: string }) => kind === 'person')?.key;

/** Optional fields whose cells are words. */
export const OPTIONAL_TEXTS: readonly FieldKey[] = WANTED_FIELDS.filter(
  ({ kind }) => kind === 'block' || kind === 'benefit',
).map(({ key }) => key);

type Lists = Partial<Record<ColumnUse, string>>;

/** Beside what the labels of logs mean. Parted by commas, without case and accents. */
const COLUMN_WORDS: Lists = {
  id: 'exp id, test id, exp no, experiment no, test no, experiment #, test #, action no, item no, pos, position, lfd, laufende nummer, kennnummer, id experiment',
  title:
    'idea, topic, experiment name, experiment title, test name, countermeasure, countermeasures, action, actions, action item, task, kaizen, kaizen idea, initiative, measure, activity, solution, suggestion, proposal, proposed change, what we do, what we change, what we are testing, tries, try, we try, item, item to try, project, headline, subject, summary, massnahmen, aktion, aktivitat, vorhaben, vorschlag, idee, thema, verbesserung, gegenmassnahme, was wir probieren, was wir tun, was wir testen, action corrective, amelioration, mesure, idee a tester, ce que nous essayons, ce qu on essaie, mejora, accion, contramedida, lo que probamos, que probamos, que hacemos, iniciativa, medida, azione, tentativa, experimento / teste, acao, actie, experiment / actie, maatregel, iniziativa',
  date: 'date raised, date added, date logged, noted on, noted, entered, entered on, submitted, submitted on, suggested on, idea date, reported, reported on, gemeldet, gemeldet am, erfasst, erfasst am, notiert am, eingereicht am, saisi le, note le, signale le, registrado, registrado el, anotado el',
  entity:
    'area, department, dept, team, site, location, store, branch, business unit, unit, where, workstream, line, plant, bereich, abteilung, standort, ort, wo, filiale, service, departement, site concerne, lieu, secteur, area afectada, departamento, equipo, sede, lugar, zona',
  status:
    'progress status, pdca, pdca status, phase, step, stage of test, stadium, fortschrittsstatus, avancement, etape, etapa, estado atual',
  started:
    'started at, kickoff, kick off, kick-off, go live, live since, launch, launch date, launched, launched on, test start, begin date, first day, von, ab, startet, startdatum test, debut le, lance, comienza, desde el, empieza, startdatum / start, vanaf',
  hypothesis:
    'why we think it helps, why we think it works, because, issue, problem statement, root cause, root causes, cause, causes, pain, opportunity, what we believe, if then, if then because, wenn dann, si alors, si entonces, problem / idea, description, background, problem und ursache, ursache, ursachen, cause racine, causa, causa raiz, beschreibung, problembeschreibung, ausgangslage, wir glauben, weil, probleme, description du probleme, nous croyons, descripcion, creemos, hypothese / waarom, problema / causa',
  expectedResult:
    'metric, metrics, primary metric, main metric, key metric, kpi, kpis, measure of success, success measure, how we measure, target value, target metric, expected lift, expected uplift, expected value, expected savings, hoped for, hoped-for result, what we hope for, soll, zielwert, kennzahl, messgrosse, erwartete wirkung, indicateur, mesure du succes, cible, effet attendu, indicador, metrica, valor objetivo, resultado esperado / meta',
  duration:
    'for how long, weeks, days, months, number of weeks, planned length, planned weeks, planned days, runtime, run length, test length, sprints, wochen, tage, monate, wie lange, geplante dauer, semaines, jours, mois, combien de temps, semanas, dias, meses, cuanto tiempo, tiempo, quanto tempo, per quanto, hoe lang, settimane, semanas / dias, weken',
  risks:
    'risk / mitigation, what may go wrong, guardrail, guardrails, gefahren, was schiefgehen kann, dangers, peligros',
  actualResult:
    'before, baseline, lift, uplift, impact measured, measured, measured result, measured effect, result / data, test result, status quo, ist, vorher, nachher, wirkung, ergebnis / daten, messung, avant, apres, mesure apres, effet, antes, despues, efecto, lo que ocurrio, what we saw, what we observed, prima, dopo, antes / depois, depois, wat gebeurde er',
  learning:
    'what we learnt from it, reflection, retrospective, reflexion, was haben wir gelernt, qu avons nous appris, que aprendimos',
  decision:
    'keep, keep it, keep or drop, adopt, next decision, outcome decision, go / no go, go no go, conclusion / decision, roll out, rollout, behalten, beibehalten, urteil, garder, on garde, adopter, a garder, mantener, nos quedamos, adoptar, se queda, teniamo, mantemos, houden',
  end: 'end, readout, read-out, wrap up, ends, end date, ended, ended on, ends on, until, to, till, stop, stop date, test end, finish, finish date, last day, ende, bis, enddatum, endet am, fin, date de fin, jusqu au, jusqu a, hasta, fecha fin, fecha de fin, fecha final, final, termina, when, fine, data fine, data di fine, fim, data de fim, termino, einde, einddatum, tot',
  due: 'due, due date, due by, due on, deadline, target date, planned end, planned finish, eta, review date, review on, fallig, fallig am, termin, frist, zieltermin, geplantes ende, echeance, date limite, date cible, fin prevue, vencimiento, fecha compromiso, fecha de compromiso, plazo limite, fecha limite, fecha objetivo, fin previsto, scadenza, prazo, data limite, vervaldatum, uiterlijk',
  closed:
    'closed, closed on, date closed, completed, completed on, completion date, date completed, done on, finished, finished on, actual end, checked on, evaluated on, decided on, stopped on, resolved on, beendet, beendet am, abgeschlossen am, erledigt am, geschlossen am, tatsachliches ende, entschieden am, termine le, fini le, cloture le, cloture, decide le, terminado, terminado el, cerrado el, finalizado el, decidido el, chiuso il, concluso il, encerrado em, concluido em, afgesloten op, gesloten',
  progress:
    'progress, % done, % complete, percent complete, percent done, completion, %, fortschritt, % erledigt, fertig %, progression, % fait, avance, progreso, % hecho',
  person:
    'owner, owners, experiment owner, test owner, owned by, who, responsible, responsible person, person responsible, person, assignee, assigned to, assigned, lead, led by, driver, pic, dri, in charge, verantwortlich, verantwortliche, verantwortlicher, zustandig, wer, kummerer, responsable, qui, pilote, porteur, quien, encargado, a cargo de, responsabile, chi, quem, responsavel, dono, eigenaar, wie, verantwoordelijke',
  own: 'notes, note, notes while running, comment, comments, remark, remarks, link, links, url, tags, type, category, priority, effort, impact, confidence, ease, reach, ice, ice score, rice, score, cost, saving, savings, suggested by, next step, next steps, follow up, decision rule, rolling out, attachment, ticket, channel, sample size, bemerkung, bemerkungen, notiz, notizen, kommentar, ersparnis, kosten, nutzen, aufwand, prioritat, vorgeschlagen von, nachster schritt, nachste schritte, remarque, remarques, commentaire, gain, cout, prochaine etape, suivi, nota, notas, comentario, ahorro, coste, costo, siguiente paso, proximo paso, note / osservazioni, osservazioni, observacoes, opmerkingen, winner, variant, variants, significant, significance, stat sig, signifikant, significatif, significativo, page, url / link',
};

const COLUMNS = new Map<string, ColumnUse>();
for (const [use, list] of Object.entries(COLUMN_WORDS) as [ColumnUse, string][]) {
  for (const word of list.split(', ')) COLUMNS.set(plainWord(word), use);
}

/** Headers of optional fields, beside their labels. */
const OPTIONAL_WORDS: Lists = {
  expectedBenefit:
    'expected saving, expected savings, planned benefit, benefit expected, erwarteter nutzen, erwartete ersparnis, benefice attendu, gain attendu, beneficio esperado, ahorro esperado',
  actualBenefit:
    'benefit, saving, savings, realized benefit, realised benefit, nutzen, ersparnis, einsparung, benefice, gain, economie, beneficio, ahorro',
  decisionRule: 'decide by, entscheidungsregel, regle de decision, regla de decision',
  rollingOut: 'rollout, roll-out, roll out, einfuhrung, deploiement, despliegue',
};

/** Whether a header, without what stands in brackets behind it, names this optional field. */
export function isOptionalHeader(header: string, key: FieldKey): boolean {
  const word = plainWord(header.replace(/\s*[([].*$/, ''));
  return word === plainWord(fieldOf(key).label) || OPTIONAL_WORDS[key]?.split(', ').includes(word) === true;
}

/** What a team rates, in headers over numbers. */
const RATING_WORDS: Readonly<Record<RatingKey, string>> = {
  reach: 'reach, r, reichweite, portee, alcance, portata, bereik',
  impact: 'impact, i, wirkung, auswirkung, einfluss, effekt, effet, impacto, efecto, impatto',
  confidence:
    'confidence, c, konfidenz, zuversicht, sicherheit, vertrauen, confiance, certitude, confianza, certeza, seguridad, fiducia, confianca, vertrouwen, zekerheid',
  ease: 'ease, e, ease of implementation, simplicity, leichtigkeit, einfachheit, machbarkeit, umsetzbarkeit, facilite, simplicite, facilidad, sencillez, facilita, facilidade, gemak',
  effort: 'effort, e, efforts, aufwand, charge, esfuerzo, sforzo, esforco, inspanning',
};
const RATING_LISTS = new Map(
  (Object.entries(RATING_WORDS) as [RatingKey, string][]).map(([key, list]) => [key, new Set(list.split(', '))]),
);

/** Whether a header, without what stands in brackets behind it, names this rating. */
export function isRatingHeader(header: string, key: RatingKey): boolean {
  return RATING_LISTS.get(key)?.has(plainWord(header.replace(/\s*[([].*$/, ''))) === true;
}

/** How sure a header's meaning is: the table has the whole of it, or words that it begins or ends with. */
export interface HeaderMeaning {
  use: ColumnUse;
  rank: number;
}

/** What a header means; undefined where no table has its words. */
export function meaningOfHeader(header: string): HeaderMeaning | undefined {
  const whole = known(header);
  if (whole !== undefined) return { use: whole, rank: 0 };
  const bare = plainWord(
    header.replace(/\s*[([][^)\]]*[)\]]|\s*(?:\.{2,}|…)/g, ' ').replace(/[*?!:]+\s*$/, ''),
  ).replace(
    // `Result vs. target` is a result.
    / (?:vs|versus|against|compared to|gegen|gegenuber|contre|frente a)\b.*$/,
    '',
  );
  const outside = known(bare);
  if (outside !== undefined) return { use: outside, rank: 1 };
  const words = bare.split(' ');
  if (words.length > 6) return undefined;
  for (let count = words.length - 1; count > 0; count -= 1) {
    const [lead, tail] = [words.slice(0, count).join(' '), words.slice(-count).join(' ')];
    // `Name of …` says less than what follows; a short word in front, such as `No`, nothing.
    const use = known(tail) ?? (lead.length > 2 ? known(lead) : undefined);
    if (use !== undefined) return { use, rank: 2 + words.length - count };
  }
  return undefined;
}

function known(header: string): ColumnUse | undefined {
  const word = plainWord(header);
  if (word === '' && header.trim() === '%') return 'progress';
  // What a table has of its own comes first: there an idea is what is tried, and `Completed` a day.
  return COLUMNS.get(word) ?? meaningOfLabel(header)?.key;
}

/** A status, or an idea that is no experiment yet. */
export type StatusWord = Status | 'idea';

/** Signs, letters and words of tables for a status, beside those of logs. */
const STATUS_SIGNS: Readonly<Partial<Record<StatusWord, string>>> = {
  idea: '💡 ❔ ❓',
  Proposed: '○ ◯ ⚪ ⬜ ☐ □ ⏳ 🕒 📅 P ⏸ ⏸️',
  Active: '● ◉ ◑ ◐ ◔ ◕ 🔵 🟡 🟠 ▶ ▶️ 🏃 🔄 D C',
  Completed: '✔ ✓ ✅ ☑ ☒ 🟢 🏁 🎉 A ✔️',
  Dropped: '✖ ✗ ✘ ❌ ✕ × 🔴 🚫 ⛔ 🗑 ✖️',
};
const STATUS_WORDS: Readonly<Partial<Record<StatusWord, string>>> = {
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
const RESTING = new Set(
  'paused, on hold, hold, waiting, blocked, stalled, deferred, pausiert, ruht, angehalten, wartet, blockiert, en pause, en attente, bloque, en pausa, en espera, bloqueado, ◐, ⏸'
    .split(', ')
    .map((word) => plainWord(word) || word),
);

const STATUSES = new Map<string, StatusWord>();
for (const [status, signs] of Object.entries(STATUS_SIGNS) as [StatusWord, string][]) {
  for (const sign of signs.split(' ')) STATUSES.set(/[A-Z]/.test(sign) ? sign.toLowerCase() : sign, status);
}
for (const [status, list] of Object.entries(STATUS_WORDS) as [StatusWord, string][]) {
  for (const word of list.split(', ')) STATUSES.set(plainWord(word), status);
}

/** The form in which words of statuses and decisions are compared and kept: signs as they are, without `__`, which ends no key on Google. */
export function cellWord(text: string): string {
  return plainWord(text) || text.trim().replace(/_/g, '-');
}

/** What a cell of a status column means; undefined for words of no table. */
export function meaningOfCell(text: string): StatusWord | undefined {
  const word = cellWord(text);
  const own = STATUSES.get(word) ?? (isIdeasTitle(word) ? 'idea' : undefined);
  if (own !== undefined) return own;
  const meaning = meaningOfStatus(text);
  if (meaning !== undefined) return meaning;
  const [sign = ''] = text.trim().split(/\s+/);
  if (sign !== text.trim() && plainWord(sign) === '') {
    return STATUSES.get(sign) ?? meaningOfCell(text.trim().slice(sign.length));
  }
  // `Done – rolled out`, `In progress (waiting)`: what stands in front of a mark.
  const [front = '', ...rest] = text.split(/\s*[(–—:;,/|-]\s*/);
  return rest.length > 0 && front.trim() !== '' ? meaningOfCell(front) : undefined;
}

/** The state that a tab or a line of its own names for what stands in or below it: `Terminados`, `Running experiments`. */
export function stateOfTitle(title: string): StatusWord | undefined {
  return meaningOfCell(title) ?? statusOfSection(title);
}

export function isResting(text: string): boolean {
  return RESTING.has(cellWord(text)) || RESTING.has(cellWord(text.split(/\s*[(–—:;,-]\s*/)[0] ?? ''));
}

const DECISION_WORDS: Readonly<Record<Decision | '', string>> = {
  Adopt:
    'adottare, mantenere, tenere, manter, houden, doorvoeren, invoeren, adopt, adopted, keep, kept, yes, y, ok, go, roll out, rollout, roll-out, rolled out, ship, shipped, scale, scaled, implement, implemented, standardise, standardised, standardize, standardized, make permanent, permanent, won, win, winner, success, successful, validated, proven, confirmed, worked, works, it works, approve, approved, accept, accepted, pass, passed, stays, true, ✔, ✓, ✅, 👍, ubernehmen, ubernommen, behalten, beibehalten, bleibt, einfuhren, eingefuhrt, umsetzen, ja, dauerhaft, erfolg, erfolgreich, gewonnen, bestatigt, adopter, adopte, garder, on garde, garde, oui, generaliser, conserver, valide, deployer, gagne, adoptar, adoptado, mantener, se mantiene, si, conservar, implementar, quedarse, exito, ganado, validado',
  Iterate:
    'ripetere, modificare, herhalen, aanpassen, iterate, iterating, again, another round, needs another round, next round, once more, repeat, retest, re-test, retry, try again, change, adjust, adapt, refine, tweak, modify, pivot, improve, extend, extended, continue testing, test again, rerun, re-run, inconclusive, unclear result, mixed, maybe later, revise, rework, wiederholen, nochmal, noch einmal, noch mal, anpassen, andern, erneut, nachbessern, uberarbeiten, verlangern, unklar, iterer, repeter, ajuster, adapter, a ajuster, ameliorer, encore une fois, recommencer, non concluant, prolonger, iterar, repetir, ajustar, adaptar, otra vez, mejorar, cambiar, no concluyente, prolongar, 🔁, 🔄',
  Drop: 'scartare, abbandonare, stoppen, laten vallen, nee, drop, dropped, no, n, scrap, scrapped, kill, killed, stop, stopped, reject, rejected, abandon, abandoned, discard, discarded, cancel, cancelled, lost, lose, loser, loss, failed, fail, failure, invalidated, disproven, refuted, not worth it, revert, reverted, roll back, rolled back, back to old way, remove, removed, decline, declined, end it, false, ✖, ✗, ✘, ❌, 👎, verwerfen, verworfen, nein, abbrechen, abgebrochen, aufgeben, aufgegeben, fallen lassen, einstellen, eingestellt, ablehnen, abgelehnt, gescheitert, verloren, widerlegt, zuruck, abandonner, abandonne, non, rejeter, rejete, arreter, arrete, echec, perdu, invalide, descartar, descartado, abandonar, abandonado, rechazar, rechazado, detener, fracaso, perdido, eliminar',
  '': 'not sure, unsure, open, still open, tbd, tba, pending, undecided, to be decided, to decide, not yet, later, n/a, na, none, waiting, noch offen, offen, unentschieden, zu entscheiden, steht aus, a decider, en attente, pas encore, indecis, por decidir, pendiente, todavia no, ?, -, –, —',
};

const DECISIONS = new Map<string, Decision | ''>();
for (const [decision, list] of Object.entries(DECISION_WORDS) as [Decision | '', string][]) {
  for (const word of list.split(', ')) DECISIONS.set(cellWord(word), decision);
}

/** What a cell says of the decision: the whole of it, or the words that it begins with; undefined where that is none of the tables'. */
export function meaningOfDecision(text: string): Decision | '' | undefined {
  const word = cellWord(text).replace(/^(?:a|to be|to|zu|wird|we|wir|da|de|te|is|was|wurde) (?=.)/, '');
  const whole = DECISIONS.get(word);
  if (whole !== undefined || word.length > 200) return whole;
  const parts = word.split(/[^\p{L}\p{N}']+/u);
  for (let count = Math.min(4, parts.length - 1); count > 0; count -= 1) {
    const meaning = DECISIONS.get(parts.slice(0, count).join(' '));
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** Words of a result that say that it was given up, where no column says what was decided. */
const GIVEN_UP =
  /\b(?:not worth (?:it|the)|went back|gone back|gave (?:it )?up|given up|taken back|took it back|back to the old|rolled back|reverted|removed again|undone|nicht wert|lohnt (?:sich )?nicht|wieder (?:abgebaut|entfernt|zuruck)|zuruckgebaut|aufgegeben|revenu en arriere|pas la peine|abandonne|no vale la pena|volvimos atras|abandonado)\b/;

export function saysGivenUp(result: string): boolean {
  return GIVEN_UP.test(result.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(', ').map((word) => cellWord(word)));

const TOTALS = list(
  'total, totals, grand total, subtotal, sub-total, sum, sums, average, averages, avg, mean, count, number of experiments, overall, gesamt, gesamtsumme, summe, zwischensumme, durchschnitt, mittelwert, anzahl, somme, sous-total, moyenne, nombre, total general, suma, promedio, media, cuenta, recuento',
);
const LEGENDS = list(
  'legend, key, legende, zeichenerklarung, leyenda, status legend, colour code, color code, colours, colors, how to use, how to read this, instructions, hinweise, anleitung, mode d emploi, instrucciones',
);
const SAME = list(
  "same, ditto, dito, same as above, as above, see above, \", '', 〃, id, idem, siehe oben, wie oben, gleich, voir ci-dessus, igual, lo mismo",
);

/** Whether a row that begins with this sums up what stands above it. */
export function isTotalWord(text: string): boolean {
  const word = cellWord(text);
  return TOTALS.has(word) || TOTALS.has(word.split(/[\s:(=]/)[0] ?? '');
}

export function isLegendWord(text: string): boolean {
  return LEGENDS.has(cellWord(text));
}

/** Whether a cell says what the cell above it says. */
export function isDitto(text: string): boolean {
  return SAME.has(cellWord(text));
}

const PERIOD =
  /^(?:(?:fy|gj)\s?\d{2,4}|(?:q|quarter|quartal|t|trim\w*)\.?\s?[1-4](?:[\s/-]+(?:fy)?'?\d{2,4})?|\d{4}(?:[\s/-]*(?:q|t)[1-4])?|[1-4]\.? ?(?:quartal|quarter)(?: \d{4})?|(?:sprint|week|kw|cw|woche|semaine|semana|month|monat|iteration|cycle|round|batch|wave) ?#?\d{1,3}(?:[\s/-]+\d{2,4})?|(?:h|s)[12](?:[\s/-]+\d{2,4})?|\p{L}{3,10}\.? \d{4})(?:\s*[(:–-].*)?$/iu;

/** Whether a row of this alone parts what follows by time. */
export function isPeriod(text: string): boolean {
  const word = plainWord(text);
  return word !== '' && PERIOD.test(word);
}
