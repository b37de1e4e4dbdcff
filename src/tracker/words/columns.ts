// The headers that tables of teams have and logs do not: one table.
import type { RatingKey } from '../../domain/experiment/scoring.ts';
import type { FieldKey } from '../../domain/experiment/template.ts';

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

type Lists = Partial<Record<ColumnUse, string>>;

/** Beside what the labels of logs mean. Parted by commas, without case and accents. */
export const COLUMN_WORDS: Lists = {
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

/** Headers of optional fields, beside their labels. */
export const OPTIONAL_WORDS: Lists = {
  expectedBenefit:
    'expected saving, expected savings, planned benefit, benefit expected, erwarteter nutzen, erwartete ersparnis, benefice attendu, gain attendu, beneficio esperado, ahorro esperado',
  actualBenefit:
    'benefit, saving, savings, realized benefit, realised benefit, nutzen, ersparnis, einsparung, benefice, gain, economie, beneficio, ahorro',
  decisionRule: 'decide by, entscheidungsregel, regle de decision, regla de decision',
  rollingOut: 'rollout, roll-out, roll out, einfuhrung, deploiement, despliegue',
};

/** What a team rates, in headers over numbers. */
export const RATING_WORDS: Readonly<Record<RatingKey, string>> = {
  reach: 'reach, r, reichweite, portee, alcance, portata, bereik',
  impact: 'impact, i, wirkung, auswirkung, einfluss, effekt, effet, impacto, efecto, impatto',
  confidence:
    'confidence, c, konfidenz, zuversicht, sicherheit, vertrauen, confiance, certitude, confianza, certeza, seguridad, fiducia, confianca, vertrouwen, zekerheid',
  ease: 'ease, e, ease of implementation, simplicity, leichtigkeit, einfachheit, machbarkeit, umsetzbarkeit, facilite, simplicite, facilidad, sencillez, facilita, facilidade, gemak',
  effort: 'effort, e, efforts, aufwand, charge, esfuerzo, sforzo, esforco, inspanning',
};
