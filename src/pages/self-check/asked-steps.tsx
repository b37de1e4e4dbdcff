// What the self-check can only try with somebody's help: a step each, tried when it is asked for.
import { useState } from 'preact/hooks';
import { useCall } from '../shared/call.ts';
import { Failure } from '../shared/feedback.tsx';
import { saveFile } from '../shared/files.ts';
import { askedWords as words } from '../shared/messages.ts';
import type { Checked } from './report.ts';

type Asked = Checked['asked'];

/** `asked`: what has been seen so far; `onTried` is told all of it after each step. */
export function AskedSteps({ asked, onTried }: { asked: Asked; onTried: (asked: Asked) => void }) {
  const { call, isWorking, failure } = useCall();
  const [isAdded, setAdded] = useState(false);
  const [isTable, setTable] = useState(false);
  const [isSaved, setSaved] = useState(false);

  async function attempt(step: 'prepare' | 'look' | 'drive' | 'download', isSo = false) {
    const answer = await call('tryAsked', { step, isSo });
    if (answer === undefined) return;
    if (step === 'prepare' || step === 'look') setAdded(step === 'prepare');
    onTried(answer.asked);
  }

  function download() {
    saveFile('kaizen-log-self-check.txt', new Blob([words.downloadContent], { type: 'text/plain' }));
    setSaved(true);
  }

  const button = (label: string, act: () => void) => (
    <button type="button" disabled={isWorking} onClick={act}>
      {label}
    </button>
  );
  return (
    <section class="field" aria-labelledby="asked" aria-busy={isWorking}>
      <h2 id="asked">{words.title}</h2>
      <p class="quiet">{words.about}</p>
      <Failure text={failure} />
      <p role="status">
        {isWorking ? words.working : asked.length > 0 && words.standing(asked.filter(isHeld).length, asked.length)}
      </p>
      <h3>{words.pages}</h3>
      <p>{words.pagesText}</p>
      {button(words.pagesButton, () => call('openNextPage', ''))}
      <h3>{words.sheet}</h3>
      <p>{words.sheetText}</p>
      {isAdded ? (
        <>
          <p>
            <label>
              <input
                type="checkbox"
                checked={isTable}
                onChange={({ currentTarget }) => setTable(currentTarget.checked)}
              />{' '}
              {words.isTable}
            </label>
          </p>
          {button(words.lookButton, () => attempt('look', isTable))}
        </>
      ) : (
        button(words.sheetButton, () => attempt('prepare'))
      )}
      <h3>{words.drive}</h3>
      <p>{words.driveText}</p>
      {button(words.driveButton, () => attempt('drive'))}
      <h3>{words.download}</h3>
      <p>{words.downloadText}</p>
      {isSaved ? (
        <div class="buttons">
          {button(words.arrived, () => attempt('download', true))}
          {button(words.notArrived, () => attempt('download', false))}
        </div>
      ) : (
        button(words.downloadButton, download)
      )}
    </section>
  );
}

const isHeld = ({ isAsExpected }: Asked[number]) => isAsExpected;
