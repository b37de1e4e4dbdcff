// The `fields` parameter of the Drive API: which parts of an answer are wanted.

/** Names a field that there is not. */
export class FieldError extends Error {}

/** Wanted fields, each with the wanted parts of it; an empty map means all of it. */
export type FieldTree = Map<string, FieldTree>;

/** Reads `id,name,files(id,owners/emailAddress)` or `*`. Throws FieldError for what is no selection or not known at the top. */
export function readFields(text: string, known: ReadonlySet<string>): FieldTree {
  let at = 0;
  const list = (): FieldTree => {
    const tree: FieldTree = new Map();
    for (;;) {
      const name = /^\s*([A-Za-z0-9]+|\*)\s*/.exec(text.slice(at));
      if (!name?.[1]) throw new FieldError(text.slice(at) || text);
      at += name[0].length;
      tree.set(name[1], inner());
      if (text[at] !== ',') return tree;
      at++;
    }
  };
  const inner = (): FieldTree => {
    if (text[at] === '/') {
      at++;
      const name = /^([A-Za-z0-9]+|\*)/.exec(text.slice(at));
      if (!name?.[1]) throw new FieldError(text);
      at += name[0].length;
      return new Map([[name[1], inner()]]);
    }
    if (text[at] !== '(') return new Map();
    at++;
    const tree = list();
    if (text[at] !== ')') throw new FieldError(text);
    at++;
    return tree;
  };
  const tree = list();
  if (at < text.length) throw new FieldError(text.slice(at));
  for (const name of tree.keys()) if (name !== '*' && !known.has(name)) throw new FieldError(name);
  return tree;
}

/** The wanted parts of a value; of an array, of each of its items. Fields without a value are left out. */
export function selectFields(value: unknown, tree: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((item) => selectFields(item, tree));
  if (typeof value !== 'object' || value === null || tree.size === 0) return value;
  const chosen: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const inner = tree.get(name) ?? tree.get('*');
    if (inner && part !== undefined) chosen[name] = selectFields(part, inner);
  }
  return chosen;
}
