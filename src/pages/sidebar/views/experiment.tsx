// The form of an experiment: every field of the template that people type, in its order and words.
import { type Experiment, hasField, placeOf } from '../../../domain/experiment/template.ts';
import { useKept } from '../../shared/kept.ts';
import { formWords as words } from '../../shared/messages.ts';
import { TYPED_FIELDS, type TypedField, Widget } from '../fields/widget.tsx';
import { Collisions } from '../form/collisions.tsx';
import type { Draft } from '../form/drafts.ts';
import { FormFrame } from '../form/frame.tsx';
import { Preview } from '../form/preview.tsx';
import { type FormProps, useSaving } from '../form/saving.ts';
import { Learnt, learntOf } from '../learnt/learnt-choice.tsx';
import { Links } from '../learnt/links.tsx';
import type { Known } from '../memory/search.ts';
import { AlikeLine, TriedBefore, useAlike } from '../memory/tried-before.tsx';

/** What a new experiment is asked for first: the rest can wait, or has its defaults. */
const FIRST = TYPED_FIELDS.filter(({ key }) => key === 'title' || key === 'hypothesis');
const REST = TYPED_FIELDS.filter((field) => !FIRST.includes(field));

type Section = keyof typeof words.sections;
const SECTIONS = Object.keys(words.sections) as Section[];

function sectionOf(field: TypedField): Section {
  if (placeOf(field) === 'labels') return 'other';
  if (field.result === true) return 'outcome';
  return field.kind === 'text' || field.kind === 'block' ? 'plan' : 'place';
}

/** So much of a text says that it is there. */
const GLIMPSE = 24;

/** What stands below the fold, in brief. */
function filled(experiment: Experiment): string {
  const texts = REST.map(({ key }) => experiment[key].split('\n', 1)[0] ?? '').filter((text) => text !== '');
  return texts.map((text) => (text.length > GLIMPSE ? `${text.slice(0, GLIMPSE)}…` : text)).join(' · ');
}

/** Whether it is what this draft was saved as, or the candidate that it began with. */
function isOf({ opened, candidate }: Draft, { kind, id, row, title }: Known): boolean {
  if (kind === 'candidate') return candidate?.row === row && candidate.idea.startsWith(title);
  return kind === 'experiment' && id === opened?.id;
}

export function ExperimentForm({ draft, overview, onBack, onOpen, onSaved }: FormProps) {
  const form = useSaving({ draft, overview, onSaved }, (sent) => learntOf(sent, overview.today));
  const { experiment } = form.draft;
  const isNew = draft.opened === undefined;
  const written = isNew ? `${experiment.title} ${experiment.hypothesis}` : undefined;
  const alike = useAlike(written, overview.seal, (known) => isOf(form.draft, known));
  // Who has once wanted all fields gets them the next time, too.
  const [isUnfolded, setUnfolded] = useKept('unfolded', false);
  if (form.collided !== undefined) return <Collisions collided={form.collided} onSettle={form.settle} />;
  const context = { experiment, overview, closed: draft.opened?.closed };
  const widget = (field: TypedField) => (
    <Widget
      key={field.key}
      field={field}
      context={context}
      note={field.kind === 'list' ? words.listNote : field.note}
      coaching={form.coachingOf(field.key)}
      error={form.refusals[field.key]}
      onInput={(value) => form.change({ [field.key]: value })}
    />
  );
  const sections = (fields: readonly TypedField[]) =>
    SECTIONS.map((section) => {
      const some = fields.filter(
        (field) => sectionOf(field) === section && hasField(field.key, overview.settings.optionalFields),
      );
      return (
        some.length > 0 && (
          <section key={section} class="part" aria-label={words.sections[section]}>
            <h2>{words.sections[section]}</h2>
            {some.map(widget)}
          </section>
        )
      );
    });
  return (
    <FormFrame
      title={experiment.id === '' ? words.newTitle : experiment.id}
      form={form}
      label={words.save}
      foot={<AlikeLine alike={alike} />}
      onBack={onBack}
    >
      {isNew ? (
        <>
          {FIRST.map(widget)}
          <TriedBefore alike={alike} onOpen={onOpen} />
          <details
            open={isUnfolded || REST.some(({ key }) => key in form.refusals)}
            onToggle={(event) => setUnfolded(event.currentTarget.open)}
          >
            <summary>
              <strong>{words.more}</strong> <span class="quiet">{filled(experiment)}</span>
            </summary>
            {sections(REST)}
          </details>
        </>
      ) : (
        sections(TYPED_FIELDS)
      )}
      <Learnt draft={form.draft} overview={overview} onChoose={form.choose} />
      <Links experiment={experiment} />
      <Preview experiment={experiment} />
    </FormFrame>
  );
}
