// A column that the register had and that no header names any more, as a person is asked about it, and what they say.

/** A column that may be the lost one. */
export interface LikelyColumn {
  /** Its header; `''` where it has none. */
  name: string;
  letters: string;
  /** The first text below it. */
  sample: string;
}

/** A column that the register had and that is not found by its header. */
export interface LostColumn {
  key: string;
  label: string;
  /** Where it is not the sheet of experiments: the name of its sheet. */
  sheet?: string;
  /** Likeliest first. */
  likely: LikelyColumn[];
  /** How many experiments, or candidates, have words for it in the log that was agreed on last. */
  inLog: number;
  /** True where it was never the register's: an optional field that the settings name, and a column of people's own that is called so. */
  isOwn?: true;
}

/** What a person says became of a lost column. */
export interface ColumnAnswer {
  key: string;
  /**
   * `named`: the likely column with these letters and this name is it and keeps its name; `renamed`: it is called as before again; `anew`: it
   * was deleted, and is made anew with what the log says; `empty`: the same without. Of a column of people's own: `taken`: it becomes the
   * field; `left`: it stays theirs, and the register does without.
   */
  is: 'named' | 'renamed' | 'anew' | 'empty' | 'taken' | 'left';
  letters?: string | undefined;
  name?: string | undefined;
}
