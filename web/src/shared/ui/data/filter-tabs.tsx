import { cn } from '../cn.ts';

type Props<Value extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => unknown;
};

/** One of a few: the choice lands in the address. */
export function FilterTabs<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          className={cn(
            'touch rounded-lg px-3 text-muted hover:bg-accent-soft',
            option.value === value && 'bg-accent-soft font-medium text-accent',
          )}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
