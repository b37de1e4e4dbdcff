// What nobody knows of Google, and how the add-on holds either way: a switch of the local host tries the other, or it does nothing that depends on it.

/** The name of the switch, or why there is none. */
type Held = { by: string } | { since: string };

const EVENTS: Held = { by: 'editValues' };
const EDGES: Held = { by: 'rowEdges' };
const FORMS: Held = { by: 'apostrophe' };
const DAYS: Held = { since: 'days are written as texts, yyyy-mm-dd, into cells of that format' };
const RATED: Held = {
  since: 'of the columns of texts none has a formula for a rule; ratings have, and are written as numbers',
};
const LIKE_FORMULAS: Held = {
  since:
    'a layer of that name alone would be refused, with Google’s own sentence; in entities and owners rules only warn',
};
const LAID_ANEW: Held = {
  since: 'set-up lays formats, rules and highlights anew from the header down to the last row',
};

/** By the name of the behaviour. */
export const UNKNOWNS: Readonly<Record<string, Held>> = {
  'a Date at midnight in a plain cell shows without a time': DAYS,
  'a Date with a time in a plain cell shows the time': DAYS,
  "''tis is the text 'tis": FORMS,
  'an apostrophe alone gives an empty text': { since: 'none is written alone: an empty text is written as one' },
  'in a cell of the format @ the apostrophe is no part of the value either': FORMS,
  'on a list, the text behind the apostrophe is what is judged': { by: 'listMarks' },
  '+1 without the apostrophe is the number 1': {
    since: 'no text is written without one, but where set-up has seen that such cells keep it',
  },
  "on a list that offers =1+1, '=1+1 is accepted as that text": LIKE_FORMULAS,
  "on a list that offers +1, '+1 is accepted as that text": LIKE_FORMULAS,
  "on a list that offers 007, '007 is accepted as that text": LIKE_FORMULAS,
  "under a formula, '=1+1 is judged as the text of four characters": RATED,
  "under a formula, '007 is judged as the text of three characters": RATED,
  'setFormula puts the = before a formula without one': { since: 'formulas are written as values that begin with =' },
  'a date written into a cell of the format 0 takes on a date format': DAYS,
  'the write that breaks the rule fails at setValue, not at the flush': { by: 'rejectsAt' },
  'a refused write leaves the cell its old value': { by: 'refusedWrites' },
  'setValues with one refused cell writes none of them': { by: 'refusedWrites' },
  'a list is strict about case': { by: 'listCase' },
  'a rule without a criterion cannot be built': { since: 'every rule is built with one' },
  "a row inserted right before a rule's first row joins its range": EDGES,
  "a row inserted right after a rule's last row joins its range": EDGES,
  'a row inserted after the last row of a validated range is validated': EDGES,
  'an inserted row takes the colour of the row it comes before': LAID_ANEW,
  'a row inserted among the frozen ones is frozen': LAID_ANEW,
  'equal rows keep their order': { since: 'it never sorts, and knows a row by what it says' },
  'validations stay where they are': LAID_ANEW,
  'conditional formats stay where they are': LAID_ANEW,
  'a row inserted right before a protected range is protected with it': EDGES,
  'a number is kept as its digits': { since: 'nothing but texts is written into properties' },
  'the size of a value counts bytes, not characters': { since: 'what is kept is cut so that it fits either way' },
  'quotes are escaped as numbers': { since: 'a browser reads both forms as the same' },
  'null is printed as nothing': { since: 'no page prints null' },
  'content with alt media comes as a text, accents and all': {
    since: 'where it is no text, or an error, the person is asked for the file',
  },
  'an empty file comes as an empty text': {
    since: 'a file without text is not taken for the log, whatever it comes as',
  },
  'undefined in an object of an argument does not arrive': { since: 'pages leave out themselves what is undefined' },
  'pasting one cell brings no values': EVENTS,
  'undoing what was typed into an empty cell brings the old value and no value': EVENTS,
  'undoing what was typed over a value brings both': EVENTS,
  'undoing that a cell was cleared brings the value and no old value': EVENTS,
  'a formula that was typed comes as its value': EVENTS,
};
