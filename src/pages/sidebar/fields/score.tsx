// What decides whether something is tried first: a number for each thing that the team rates.
import { labelOfRating, ratingsText, readRatings, scoringOf } from '../../../domain/experiment/scoring.ts';
import { scoreWords as words } from '../../shared/messages.ts';
import { type FieldProps, LineField, type WidgetProps } from './field.tsx';

/** The field in a form of the template. */
export function ScoreField({ context, choices: _, ...field }: WidgetProps) {
  return <RatingsField {...field} scoring={context.overview.settings.scoring} />;
}

/** An input for each rating; a text that is none, as a log may have it, is shown as it is. */
export function RatingsField({ scoring: setting, ...field }: FieldProps & { scoring: string }) {
  const { name, label, value, error, onInput } = field;
  const said = value === '' ? {} : readRatings(value);
  const scoring = scoringOf(setting);
  if (said === undefined || scoring === undefined) return <LineField {...field} />;
  const { ratings, least, most } = scoring;
  return (
    <fieldset class="field" aria-describedby={`${name}-error`}>
      <legend>{label}</legend>
      <div class="ratings">
        {ratings.map((key) => (
          <label key={key}>
            {labelOfRating(key)}
            <input
              id={`${name}-${key}`}
              type="number"
              step="any"
              min={least}
              max={most}
              value={said[key] ?? ''}
              aria-invalid={error !== undefined}
              onInput={(event) => onInput(ratingsText({ ...said, [key]: event.currentTarget.value }))}
            />
          </label>
        ))}
      </div>
      {scoring.own.length > 0 && <p class="quiet">{words.inSheet(scoring.own)}</p>}
      <p id={`${name}-error`} class="bad error">
        {error}
      </p>
    </fieldset>
  );
}
