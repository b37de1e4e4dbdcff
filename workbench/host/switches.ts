// What Google is reported to do, or does not say: the host does either, so that it can be shown that the add-on holds both ways.

export interface Switches {
  /** Whether what looks like a comment in a page's scripts is cut off, wherever it stands, as HtmlService is reported to do. */
  pages: 'cut' | 'whole';
  /** Whether a date less a number shows as a date where it is joined to a text, or as the number that it is. */
  joinedDays: 'number' | 'date';
  /** Where a script's write that breaks a rejecting validation fails. */
  rejectsAt: 'write' | 'flush';
  /** Whether a person's undo takes back what scripts wrote after the edit, too. */
  undo: 'with-scripts' | 'edit';
  /** Whether an inserted column takes on the rules of its neighbour, or its formats alone. */
  newColumns: 'with-rules' | 'without';
  /** Whether a leading apostrophe that a script writes into a cell of the format `@` is taken for a mark, or kept as a character. */
  apostrophe: 'taken' | 'kept';
  /** Whether somebody makes a Google Table of every sheet that people see, as soon as it has a header. */
  tables: 'none' | 'made';
  /** What a leading `=` that a script writes into a cell of the format `@` makes of it. */
  equalsSign: 'formula' | 'text';
  /** What of a script's write stays where a validation rejects one of its cells. */
  refusedWrites: 'nothing' | 'the-others';
  /** Whether a dropdown that rejects takes its words in other capitals. */
  listCase: 'strict' | 'any';
  /** Whether a dropdown that rejects judges the text behind a script's leading apostrophe, or that with it. */
  listMarks: 'taken' | 'judged';
  /** Whether a dropdown that rejects offers words such as `007` and `=1+1` as the texts that they are, or as what they would be if they were typed. */
  listWords: 'texts' | 'read';
  /** Whether a row that is inserted right before or after what a rule, highlight or protection is for belongs to it. */
  rowEdges: 'joined' | 'apart';
  /** Whether the event of an edit brings the values where one cell was pasted, too, and none where somebody undid; what was typed as a formula is told as it was typed. */
  editValues: 'typed' | 'pasted';
  /** Whether Drive hands out what a file's replaced revisions held under the permission for the app's own files. */
  replaced: 'handed-out' | 'withheld';
  /** What the add-on should never meet, each as it is specified or the other way: `test/conformance/unknowns.ts` names them. */
  details: 'specified' | 'other';
}

/** How the host behaves where nobody says otherwise. */
export const USUAL: Switches = {
  pages: 'cut',
  joinedDays: 'number',
  rejectsAt: 'write',
  undo: 'with-scripts',
  newColumns: 'with-rules',
  apostrophe: 'taken',
  tables: 'none',
  equalsSign: 'formula',
  refusedWrites: 'nothing',
  listCase: 'strict',
  listMarks: 'taken',
  listWords: 'texts',
  rowEdges: 'joined',
  editValues: 'typed',
  replaced: 'handed-out',
  details: 'specified',
};

/** Each switch the other way. */
export const OTHER_WAY: Switches = {
  pages: 'whole',
  joinedDays: 'date',
  rejectsAt: 'flush',
  undo: 'edit',
  newColumns: 'without',
  apostrophe: 'kept',
  tables: 'made',
  equalsSign: 'text',
  refusedWrites: 'the-others',
  listCase: 'any',
  listMarks: 'judged',
  listWords: 'read',
  rowEdges: 'apart',
  editValues: 'pasted',
  replaced: 'withheld',
  details: 'other',
};

/** The switches named in a list such as `pages,rejectsAt`, each the other way; `all` names every one. Throws for a name that is none. */
export function switchesFrom(list = ''): Partial<Switches> {
  const names = list === 'all' ? Object.keys(OTHER_WAY) : list.split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !(name in OTHER_WAY));
  if (unknown !== undefined) throw new Error(`There is no switch ${unknown}: ${Object.keys(OTHER_WAY).join(', ')}.`);
  return Object.fromEntries(Object.entries(OTHER_WAY).filter(([name]) => names.includes(name)));
}
