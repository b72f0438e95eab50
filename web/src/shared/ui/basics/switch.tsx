import { Switch as BaseSwitch } from '@base-ui/react/switch';
import type { ComponentProps } from 'react';

/** On or off. What it is about stands beside it, in a label. */
export function Switch(props: Omit<ComponentProps<typeof BaseSwitch.Root>, 'className' | 'children'>) {
  return (
    <span className="touch inline-flex items-center">
      <BaseSwitch.Root
        {...props}
        className="h-7 w-12 rounded-full bg-line-strong p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-50"
      >
        <BaseSwitch.Thumb className="block size-6 rounded-full bg-surface transition-transform data-checked:translate-x-5" />
      </BaseSwitch.Root>
    </span>
  );
}
