// The dialog of the help: first steps, what the colours mean, keys, the self-check, and which version this is.
import type { Tone } from '../../domain/colours.ts';
import { useCall } from '../shared/call.ts';
import { CloseButton } from '../shared/dialog/close-button.tsx';
import { Failure } from '../shared/feedback.tsx';
import '../shared/look.css';
import { helpWords as words } from '../shared/messages.ts';
import { mount } from '../shared/mount.tsx';
import { toneRules } from '../shared/tokens.ts';

/** Of the package that this was built from: written by the build. */
declare const VERSION: string;

const MEANINGS = Object.entries(words.meanings) as [
  Tone & keyof typeof words.meanings,
  [shown: string, means: string],
][];

function HelpPage() {
  const { call, isWorking, working, failure } = useCall({ openSelfCheck: words.opening });
  return (
    <section>
      <style>{toneRules()}</style>
      <h2>{words.steps}</h2>
      <ol>
        {words.stepLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h2>{words.colours}</h2>
      <ul class="rows">
        {MEANINGS.map(([tone, [shown, means]]) => (
          <li key={tone}>
            <span class={`chip tone-${tone}`}>{shown}</span> {means}
          </li>
        ))}
      </ul>
      <h2>{words.keys}</h2>
      <ul class="rows">
        {words.keyLines.map(([keys, does]) => (
          <li key={keys}>
            <strong>{keys}</strong> {does}
          </li>
        ))}
      </ul>
      <h2>{words.selfCheck}</h2>
      <p>{words.selfCheckLine}</p>
      <p role="status">{working}</p>
      <Failure text={failure} />
      <p class="quiet">{words.version(VERSION)}</p>
      <div class="buttons">
        <CloseButton />
        <button type="button" disabled={isWorking} onClick={() => call('openSelfCheck')}>
          {words.run}
        </button>
      </div>
    </section>
  );
}

mount(<HelpPage />, words.title);
