// What both sides changed: both texts beside each other, and a choice for each, a text of one's own among them.
import { useState } from 'preact/hooks';
import type { client } from './client.ts';
import { messages } from './messages.ts';

type Plan = Extract<Awaited<ReturnType<typeof client.previewExport>>, { ok: true }>;
export type Question = Plan['questions'][number];
export type Answers = NonNullable<NonNullable<Parameters<typeof client.exportLog>[0]>['answers']>;
type Answer = Answers[string];

const words = messages.questions;

/** Asks; `children` are the buttons, which wait until everything is chosen. */
export function Questions({
  questions,
  answers,
  onChange,
}: {
  questions: readonly Question[];
  answers: Answers;
  onChange: (answers: Answers) => void;
}) {
  return (
    <section>
      <p role="alert">{words.intro(questions.length)}</p>
      {questions.map((question) => (
        <Choice
          key={question.key + question.seal}
          question={question}
          answer={answers[question.key]}
          onAnswer={(choice) => onChange({ ...answers, [question.key]: { seal: question.seal, choice } })}
        />
      ))}
    </section>
  );
}

/** Whether every question has an answer to what it asks now. */
export function areAnswered(questions: readonly Question[], answers: Answers): boolean {
  return questions.every(({ key, seal }) => answers[key]?.seal === seal);
}

function Choice({
  question: { id, label, file, register, field },
  answer,
  onAnswer,
}: {
  question: Question;
  answer: Answer | undefined;
  onAnswer: (choice: Answer['choice']) => void;
}) {
  const [own, setOwn] = useState(register ?? file ?? '');
  const choice = answer?.choice;
  const name = `${id} ${label}`;
  const side = (value: 'file' | 'register', heading: string, text: string | undefined) => (
    <label class="option">
      <input type="radio" name={name} checked={choice === value} onChange={() => onAnswer(value)} />
      <span>
        {heading}: <span class="text">{text === undefined ? words.gone : text === '' ? words.empty : text}</span>
      </span>
    </label>
  );
  return (
    <fieldset>
      <legend>{words.of(id, label)}</legend>
      {side('register', words.register, register)}
      {side('file', words.file, file)}
      {field !== undefined && (
        <>
          <label class="option">
            <input
              type="radio"
              name={name}
              checked={typeof choice === 'object'}
              onChange={() => onAnswer({ text: own })}
            />
            <span>{words.own}</span>
          </label>
          {typeof choice === 'object' && (
            <textarea
              aria-label={words.own}
              value={own}
              onInput={(event) => {
                setOwn(event.currentTarget.value);
                onAnswer({ text: event.currentTarget.value });
              }}
            />
          )}
        </>
      )}
    </fieldset>
  );
}
