// The end of a form: what keeps it from being saved, and its buttons.
import { messages } from '../messages.ts';
import type { useSaving } from './saving.ts';

export function FormFoot({
  form: { trouble, isSaving },
  label,
  onBack,
}: {
  form: Pick<ReturnType<typeof useSaving>, 'trouble' | 'isSaving'>;
  label: string;
  onBack: () => void;
}) {
  return (
    <div class="foot">
      <p role="alert" class="bad">
        {trouble}
      </p>
      <div class="buttons">
        <button type="submit" class="primary" disabled={isSaving}>
          {isSaving ? messages.form.saving : label}
        </button>
        <button type="button" disabled={isSaving} onClick={onBack}>
          {messages.form.back}
        </button>
      </div>
    </div>
  );
}
