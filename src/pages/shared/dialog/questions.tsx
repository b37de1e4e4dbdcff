// What both sides changed: both texts beside each other, and a choice for each, a text of one's own among them.
import { useState } from 'preact/hooks';
import type { Answer as CallAnswer, Request } from '../client.ts';
import { questionsWords as words } from '../messages.ts';

type Question = CallAnswer<'previewExport'>['questions'][number];
type Answers = NonNullable<NonNullable<Request<'exportLog'>[0]>['answers']>;
type Answer = Answers[string];

/** What was asked and what was answered; an answer counts for the question as it is asked now. */
export function useQuestions() {
  const [questions, ask] = useState<readonly Question[]>([]);
  const [answers, setAnswers] = useState<Answers>({});
  return {
    questions,
    answers,
    ask,
    answer: ({ key, seal }: Question, choice: Answer['choice']) => setAnswers({ ...answers, [key]: { seal, choice } }),
    isAsking: questions.length > 0,
    isAnswered: questions.every(({ key, seal }) => answers[key]?.seal === seal),
  };
}

export function Questions({ asked: { questions, answers, answer } }: { asked: ReturnType<typeof useQuestions> }) {
  if (questions.length === 0) return null;
  return (
    <section>
      <p role="alert">{words.intro(questions.length)}</p>
      {questions.map((question) => (
        <Choice
          key={question.key + question.seal}
          question={question}
          answer={answers[question.key]}
          onAnswer={(choice) => answer(question, choice)}
        />
      ))}
    </section>
  );
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
