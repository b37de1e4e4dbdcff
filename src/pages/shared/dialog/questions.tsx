// What both sides changed, and what would be lost: both texts beside each other, and a choice for each, a text of one's own among them.
import { useState } from 'preact/hooks';
import type { Answer as CallAnswer, Request } from '../client.ts';
import { questionsWords as words } from '../messages.ts';

type Question = CallAnswer<'previewExport'>['questions'][number];
type Answers = NonNullable<NonNullable<Request<'exportLog'>[0]>['answers']>;
type Answer = Answers[string];

/** What was asked and what was answered; an answer counts for the question as it is asked now. What has a default is answered by it. */
export function useQuestions() {
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const [answers, setAnswers] = useState<Answers>({});
  const answerAll = (asked: readonly Question[], choiceOf: (question: Question) => Answer['choice'] | undefined) => {
    const given = { ...answers };
    for (const question of asked) {
      const choice = choiceOf(question);
      if (choice !== undefined) given[question.key] = { seal: question.seal, choice };
    }
    setAnswers(given);
  };
  return {
    questions,
    answers,
    ask: (asked: readonly Question[]) => {
      setQuestions(asked);
      answerAll(
        asked.filter(({ key, seal }) => answers[key]?.seal !== seal),
        (question) => question.default,
      );
    },
    answerAll,
    isAsking: questions.length > 0,
    isAnswered: questions.every(({ key, seal }) => answers[key]?.seal === seal),
  };
}

export function Questions({ asked: { questions, answers, answerAll } }: { asked: ReturnType<typeof useQuestions> }) {
  const kept = questions.filter((question) => question.default !== undefined);
  const open = questions.filter((question) => question.default === undefined);
  const choices = (asked: readonly Question[]) =>
    asked.map((question) => (
      <Choice
        key={question.key + question.seal}
        question={question}
        answer={answers[question.key]}
        onAnswer={(choice) => answerAll([question], () => choice)}
      />
    ));
  return (
    <>
      {open.length > 0 && (
        <section>
          <p role="alert">{words.intro(open.length)}</p>
          {choices(open)}
        </section>
      )}
      {kept.length > 0 && (
        <section>
          <p role="alert">{words.losses(kept.length)}</p>
          <div class="buttons">
            <button type="button" onClick={() => answerAll(kept, (question) => question.default)}>
              {words.keepAll}
            </button>
            <button
              type="button"
              onClick={() => answerAll(kept, (question) => (question.default === 'file' ? 'register' : 'file'))}
            >
              {words.takeAll}
            </button>
          </div>
          {choices(kept)}
        </section>
      )}
    </>
  );
}

function Choice({
  question: { id, label, file, register, field, isOlder, loose, next },
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
      {next !== undefined && <p class="quiet">{words.reused(id)}</p>}
      {loose !== undefined && (
        <p class="quiet">
          {words.loose(loose.split('\n').length)} <span class="text">{loose}</span>
        </p>
      )}
      {isOlder && <p class="quiet">{words.older}</p>}
      {side('register', next === undefined ? words.register : words.under(next), next === undefined ? register : file)}
      {side('file', next === undefined ? words.file : words.under(id), file)}
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
