// A field that is edited in parts or as free text, whichever its text allows and the person likes.
import { type FieldProps, TextField } from './field.tsx';

/** The free text; where it can be read in parts, with a button to edit it so. */
export function FreeText({ field, label, onParts }: { field: FieldProps; label: string; onParts?: () => void }) {
  return (
    <div class="field">
      <TextField {...field} />
      {onParts !== undefined && <LinkButton label={label} onClick={onParts} />}
    </div>
  );
}

export function LinkButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {label}
    </button>
  );
}
