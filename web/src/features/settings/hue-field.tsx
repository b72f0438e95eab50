import { Controller } from 'react-hook-form';
import { Field, type FieldProps } from '../../shared/form/field.tsx';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Mark } from '../../shared/ui/basics/mark.tsx';

/** Degrees of the colour wheel that a slider shows as a band. */
const band = Array.from({ length: 13 }, (_, step) => `oklch(0.65 0.14 ${step * 30})`).join(', ');

/** The business's own colour, with the mark as it will look. */
export function HueField({ name, label, hint }: FieldProps) {
  const { profile } = useTenant();
  return (
    <Controller
      name={name}
      render={({ field: { value, onChange, onBlur, ref } }) => (
        <Field name={name} label={label} hint={hint}>
          {(ids) => (
            <span className="flex items-center gap-4">
              <Mark name={profile.name} hue={Number(value)} className="size-11" />
              <input
                {...ids}
                ref={ref}
                type="range"
                min={0}
                max={359}
                value={Number(value)}
                onBlur={onBlur}
                onChange={(event) => onChange(event.target.valueAsNumber)}
                className="h-11 min-w-0 flex-1 appearance-none rounded-lg bg-transparent accent-(--accent) [&::-webkit-slider-runnable-track]:h-3 [&::-webkit-slider-runnable-track]:rounded-full [&::-webkit-slider-runnable-track]:bg-(image:--band) [&::-webkit-slider-thumb]:-mt-1.5 [&::-webkit-slider-thumb]:size-6 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-4 [&::-webkit-slider-thumb]:border-surface [&::-webkit-slider-thumb]:bg-ink [&::-moz-range-track]:h-3 [&::-moz-range-track]:rounded-full [&::-moz-range-track]:bg-(image:--band)"
                style={{ '--band': `linear-gradient(to right, ${band})` } as React.CSSProperties}
              />
            </span>
          )}
        </Field>
      )}
    />
  );
}
