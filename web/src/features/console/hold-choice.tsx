import { useFormContext } from 'react-hook-form';
import { m } from '../../paraglide/messages.js';
import { type Hold, holds } from './set-hold.ts';

const words = {
  active: { name: m.console_choice_active, text: m.console_choice_active_text },
  readonly: { name: m.console_choice_readonly, text: m.console_choice_readonly_text },
  suspended: { name: m.console_choice_suspended, text: m.console_choice_suspended_text },
} satisfies Record<Hold, { name: () => string; text: () => string }>;

/** One of three, each with what it means. */
export function HoldChoice() {
  const { register } = useFormContext();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">{m.console_choice()}</legend>
      {holds.map((hold) => (
        <label
          key={hold}
          className="touch flex cursor-pointer items-start gap-3 rounded-lg border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input type="radio" value={hold} className="mt-1 size-4 accent-(--accent)" {...register('status')} />
          <span className="grid">
            <span className="font-medium">{words[hold].name()}</span>
            <span className="text-small text-muted">{words[hold].text()}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
