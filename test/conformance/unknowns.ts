// What nobody knows of Google, and how the add-on holds either way: a switch of the local host tries the other, or it does nothing that depends on it.

/** The name of the switch, or why there is none. */
type Held = { by: string } | { since: string };

const EVENTS: Held = { by: 'editValues' };
const EDGES: Held = { by: 'rowEdges' };
const FORMS: Held = { by: 'apostrophe' };
const WORDS: Held = { by: 'listWords' };
const DETAILS: Held = { by: 'details' };
const RATED: Held = {
  since: 'of the rules by a formula that of ratings alone can refuse, and ratings are written as numbers',
};

/** By the name of the behaviour. */
export const UNKNOWNS: Readonly<Record<string, Held>> = {
  'a Date at midnight in a plain cell shows without a time': DETAILS,
  'a Date with a time in a plain cell shows the time': DETAILS,
  "''tis is the text 'tis": DETAILS,
  'an apostrophe alone gives an empty text': DETAILS,
  'in a cell of the format @ the apostrophe is no part of the value either': FORMS,
  'on a list, the text behind the apostrophe is what is judged': { by: 'listMarks' },
  '+1 without the apostrophe is the number 1': DETAILS,
  "on a list that offers =1+1, '=1+1 is accepted as that text": WORDS,
  "on a list that offers +1, '+1 is accepted as that text": WORDS,
  "on a list that offers 007, '007 is accepted as that text": WORDS,
  "under a formula, '=1+1 is judged as the text of four characters": RATED,
  "under a formula, '007 is judged as the text of three characters": RATED,
  'setFormula puts the = before a formula without one': DETAILS,
  'a date written into a cell of the format 0 takes on a date format': DETAILS,
  'the write that breaks the rule fails at setValue, not at the flush': { by: 'rejectsAt' },
  'a refused write leaves the cell its old value': DETAILS,
  'setValues with one refused cell writes none of them': { by: 'refusedWrites' },
  'a list is strict about case': { by: 'listCase' },
  'a rule without a criterion cannot be built': { since: 'every rule is built with one' },
  "a row inserted right before a rule's first row joins its range": EDGES,
  "a row inserted right after a rule's last row joins its range": EDGES,
  'a row inserted after the last row of a validated range is validated': EDGES,
  'an inserted row takes the colour of the row it comes before': DETAILS,
  'a row inserted among the frozen ones is frozen': DETAILS,
  'equal rows keep their order': DETAILS,
  'validations stay where they are': DETAILS,
  'conditional formats stay where they are': DETAILS,
  'a row inserted right before a protected range is protected with it': EDGES,
  'a number is kept as its digits': DETAILS,
  'the size of a value counts bytes, not characters': DETAILS,
  'quotes are escaped as numbers': DETAILS,
  'null is printed as nothing': DETAILS,
  'content with alt media comes as a text, accents and all': {
    since: 'where it is no text, or an error, the person is asked for the file',
  },
  'an empty file comes as an empty text': DETAILS,
  'undefined in an object of an argument does not arrive': DETAILS,
  'pasting one cell brings no values': EVENTS,
  'undoing what was typed into an empty cell brings the old value and no value': EVENTS,
  'undoing what was typed over a value brings both': EVENTS,
  'undoing that a cell was cleared brings the value and no old value': EVENTS,
  'a formula that was typed comes as its value': EVENTS,
};
