// The words by which logs call the fields of an experiment: one table. A row for another field, a word for another way to say it.
import type { FieldKey } from '../../domain/experiment/template.ts';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'nl';

export type Words = Readonly<Record<Language, string>>;

/**
 * Parted by commas, case and accents as you like; in English besides the template's own. Of a field's words the first of a language is the one that a log in it gets where it has
 * none of its own; where an experiment has two of them, the one named first is the field.
 */
export const LABEL_WORDS: Readonly<Partial<Record<FieldKey, Words>>> = {
  id: {
    en: 'experiment id, no, nr, number, #, key, ref, reference, code',
    de: 'Nummer, kennung, lfd nr, versuch nr',
    fr: 'Numéro, n°, identifiant',
    es: 'Número, num, n°, n.º, identificador',
    pt: 'Número, codigo, identificador',
    it: 'Numero, codice, identificativo',
    nl: 'Nummer, nr, kenmerk',
  },
  title: {
    en: 'name, experiment, trial, test, what, we try, we tried, what we are trying, change, improvement, decision title',
    de: 'Titel, name, versuch, experiment, massnahme, was wir versuchen, was',
    fr: 'Titre, nom, essai, experience, test',
    es: 'Título, nombre, ensayo, experimento, prueba',
    pt: 'Título, nome, experimento, experiencia, teste, melhoria, o que testamos',
    it: 'Titolo, nome, esperimento, prova, cosa proviamo, miglioramento',
    nl: 'Titel, naam, experiment, proef, wat we proberen, verbetering',
  },
  date: {
    en: 'proposed, created, logged, raised, opened, added, when, date of learning, date of decision, decision date, test date, decided on',
    de: 'Datum, vorgeschlagen, erstellt, angelegt',
    fr: 'Date, propose, cree, date de creation',
    es: 'Fecha, propuesto, creado, fecha de creacion',
    pt: 'Data, proposto, criado, data de criacao',
    it: 'Data, proposto, creato, data di creazione',
    nl: 'Datum, voorgesteld, aangemaakt',
  },
  layer: {
    en: 'layer',
    de: 'Ebene',
    fr: 'Couche, niveau',
    es: 'Capa, nivel',
    pt: 'Camada, nivel',
    it: 'Livello',
    nl: 'Laag, niveau',
  },
  entity: { en: 'entity', de: 'Einheit', fr: 'Entité', es: 'Entidad', pt: 'Entidade', it: 'Entità', nl: 'Eenheid' },
  status: {
    en: 'state, stage, where it stands, where we are',
    de: 'Status, stand, zustand',
    fr: 'Statut, etat',
    es: 'Estado, situacion, estatus',
    pt: 'Estado, situacao',
    it: 'Stato',
    nl: 'Status, toestand, stand van zaken, fase',
  },
  started: {
    en: 'start, start date, starting date, begun, began, begin, beginning, since, from, ran, running since',
    de: 'Beginn, begonnen, gestartet, start, startdatum, anfang, seit',
    fr: 'Début, date de debut, commence, demarre, lance, depuis',
    es: 'Inicio, fecha de inicio, comienzo, empezado, iniciado, empezo, desde',
    pt: 'Início, data de inicio, iniciado, comeco, comecou, desde',
    it: 'Inizio, data di inizio, data inizio, iniziato, avviato, dal',
    nl: 'Begin, begonnen, gestart, start, startdatum, begindatum, sinds',
  },
  hypothesis: {
    en: 'hypotheses, assumption, we believe, we believed, we believe that, belief, bet, our bet, hunch, we think, we thought, we assume, we assumed, theory, why, because, idea, idea behind it, rationale, reason, reasoning, motivation, context, context and problem statement, problem, plan',
    de: 'Hypothese, annahme, vermutung, these, idee, warum, grund, begrundung, anlass, kontext',
    fr: 'Hypothèse, supposition, idee, pourquoi, raison, motif, contexte',
    es: 'Hipótesis, suposicion, idea, por que, motivo, razon, contexto',
    pt: 'Hipótese, suposicao, ideia, por que, porque, motivo, razao, justificativa, contexto, problema',
    it: 'Ipotesi, supposizione, idea, perche, motivo, ragione, motivazione, contesto, problema',
    nl: 'Hypothese, aanname, veronderstelling, idee, waarom, reden, aanleiding, context, probleem',
  },
  expectedResult: {
    en: 'expected outcome, expected, expectation, expect, we expect, we expected, we hope, we hoped, hope, expected impact, expected effect, success criteria, success criterion, criteria, success metric, success looks like, success, success if, expected benefit, expected gain, prediction, we are right if, we are right when, target, goal, aim',
    de: 'Erwartetes Ergebnis, erwartet, erwartung, erwartungen, erwartete wirkung, erwarteter effekt, was wir erwarten, erfolgskriterium, ziel',
    fr: 'Résultat attendu, attendu, attente, ce que nous attendons, critere de succes, objectif, but',
    es: 'Resultado esperado, esperado, expectativa, lo que esperamos, criterio de exito, objetivo, meta',
    pt: 'Resultado esperado, esperado, expectativa, o que esperamos, criterio de sucesso, objetivo, meta',
    it: 'Risultato atteso, atteso, attesa, aspettativa, cosa ci aspettiamo, criterio di successo, obiettivo',
    nl: 'Verwacht resultaat, verwacht, verwachting, verwachtingen, wat we verwachten, succescriterium, doel',
  },
  duration: {
    en: 'length, how long, timebox, time box, runs for, run time, period, timeframe',
    de: 'Dauer, laufzeit, zeitraum',
    fr: 'Durée, periode',
    es: 'Duración, plazo, periodo',
    pt: 'Duração, prazo, periodo',
    it: 'Durata, periodo',
    nl: 'Duur, looptijd, periode',
  },
  risks: {
    en: 'risks, concerns, what could go wrong',
    de: 'Risiken, risiko, bedenken',
    fr: 'Risques',
    es: 'Riesgos',
    pt: 'Riscos',
    it: 'Rischi, rischio',
    nl: "Risico's, risico",
  },
  actualResult: {
    en: 'result, outcome, what happened, what happened then, how it went, what came of it, seen so far, so far, evidence so far, results so far, actual, observed, we observed, we saw, we found, we measured, observation, findings, evidence, after, consequences, effect, check, did it help, did it work',
    de: 'Ergebnis, ergebnisse, resultat, resultate, ausgang, was geschah, was passiert ist, beobachtung, beobachtungen, folgen, wirkung, hat es geholfen',
    fr: "Résultat, ce qui s'est passe, constat, observation, bilan, consequences, ca a aide",
    es: 'Resultado, que paso, lo que paso, observacion, observaciones, consecuencias, ayudo',
    pt: 'Resultado, resultado obtido, o que aconteceu, observacao, observacoes, consequencias',
    it: 'Risultato, risultati, esito, cosa e successo, osservazione, osservazioni, conseguenze',
    nl: 'Resultaat, resultaten, uitkomst, uitkomsten, wat er gebeurde, waarneming, waarnemingen, bevinding, bevindingen, gevolgen',
  },
  learning: {
    en: 'learned, learnt, we learn, we learned, we learnt, from that we learned that, lesson, lessons learned, lessons learnt, takeaway, insight, learnings and insights, conclusion',
    de: 'Gelernt, gelerntes, erkenntnis, erkenntnisse, lehre, lehren, was wir gelernt haben, was haben wir gelernt, das haben wir gelernt, fazit, schluss',
    fr: 'Appris, apprentissage, enseignement, lecon, ce que nous avons appris, ce qu’on a appris, conclusion',
    es: 'Aprendizaje, aprendido, lo aprendido, lo que aprendimos, que aprendimos, que hemos aprendido, leccion, lecciones, conclusion, conclusiones',
    pt: 'Aprendizado, aprendizagem, aprendemos, o que aprendemos, licao, licoes, licoes aprendidas, conclusao, conclusoes',
    it: 'Apprendimento, imparato, cosa abbiamo imparato, lezione, lezioni, lezione appresa, lezioni apprese, conclusione, conclusioni',
    nl: 'Geleerd, wat we leerden, wat we geleerd hebben, les, lessen, geleerde lessen, inzicht, inzichten, conclusie',
  },
  decision: {
    en: 'verdict, we decided, therefore we will, act, call, decisions and actions, do we keep it, keep it',
    de: 'Entscheidung, beschluss, entscheid',
    fr: 'Décision, verdict',
    es: 'Decisión, veredicto',
    pt: 'Decisão, veredito',
    it: 'Decisione, verdetto',
    nl: 'Besluit, beslissing',
  },
};

/** Labels that many logs have and no field has: known for labels wherever they stand, and never the title of a table. */
export const OWN_LABELS = `owner, who, by, author, lead, responsible, assignee, assigned to, reviewer, approver, decider, decided by, participants, team, area,
  ended, end, end date, finished, closed, completed, stopped, due, due date, deadline, review date, updated, last updated,
  priority, effort, impact, cost, savings, metric, link, tags, type, category, before, department, station, source, note, comment, next, next steps,
  alternatives, background, follow up, follow-up, root cause, current condition, do, countermeasure, variants, winner, config, to verify that we will, and measure,
  verantwortlich, verantwortlicher, wer, beendet, ende, fallig, termin, frist, prioritat, aufwand, nutzen, kosten, bereich, bemerkung, bemerkungen,
  responsable, qui, auteur, fin, fini, termine, date de fin, echeance, priorite, cout, remarque, suite,
  quien, autor, fecha de fin, terminado, vencimiento, plazo limite, prioridad, esfuerzo, coste, notas, enlace,
  responsavel, quem, fim, data de fim, concluido, custo, proximos passos, responsabile, autore, chi, fine, data di fine, scadenza, priorita, costo, prossimi passi,
  verantwoordelijke, eigenaar, wie, einde, einddatum, prioriteit, opmerking, opmerkingen, notities, volgende stappen`;

/** Labels by which minutes, recipes, reports of bugs and descriptions of interfaces are known: what has them is no experiment. */
export const FOREIGN_LABELS = `present, absent, attendees, attending, apologies, agenda, minutes, minute taker, note taker, ingredients, serves, serving, prep time, cook time, cooking time, calories,
  steps to reproduce, test steps, preconditions, acceptance criteria, reproduction steps, expected behavior, expected behaviour, actual behavior, actual behaviour, endpoint,
  test case, test case id, tc id, test data, pass/fail, requirement, user story, likelihood, venue, doi, arxiv, kr, kr1, kr2, bibtex, request, response, returns, package, version,
  anwesend, teilnehmer, tagesordnung, zutaten, portionen, presents, ordre du jour, asistentes, orden del dia, ingredientes, raciones,
  presentes, pauta, porcoes, ingredienti, porzioni, presenti, ordine del giorno, ingredienten, aanwezig, personen`;

/**
 * Labels that lists of tests, bugs and tasks have, and experiments now and then: what has one is an experiment only where it says a hypothesis
 * or what was learnt.
 */
export const DOUBTFUL_LABELS =
  'severity, author, key result, salary, acceptance criteria, story, steps, input, workaround, deliverables, task, probability, files, files changed, files modified, files created/modified, actions taken';

/** Names in front of a heading's number of which the same holds. */
export const DOUBTFUL_NAMES =
  'phase, milestone, task, story, us, bug, test case, tc, req, sprint, lecture, chapter, case, ticket, q1, q2, q3, q4';

/** Labels of fields that plans and road maps have, too: they make no experiment. */
export const WEAK_LABELS =
  'plan, check, act, call, effect, goal, target, aim, objective, ziel, ziele, objectif, but, objetivo, meta, obiettivo, doel';

/** What people put before a label without meaning another: `Final result`. */
export const BEFORE_LABELS = 'the|our|final|initial|main|overall|preliminary|key|date|current|planned|actual|primary';
