import { Autocomplete } from '@base-ui/react/autocomplete';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { controlClass } from '../basics/input.tsx';
import { Dialog } from './dialog.tsx';

export type Command = {
  readonly id: string;
  /** What kind of thing it is; also found by. */
  readonly group: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly run: () => unknown;
};

type Props = { readonly open: boolean; readonly onClose: () => void; readonly commands: readonly Command[] };

/** Every page and action by name: type, choose with the arrows, press Enter. */
export default function CommandPalette({ open, onClose, commands }: Props) {
  function run(command: Command): void {
    onClose();
    void command.run();
  }
  return (
    <Dialog open={open} onClose={onClose} title={m.palette_title()} className="gap-3 max-md:h-[80dvh] md:w-[36rem]">
      <Autocomplete.Root
        open
        inline
        items={commands}
        autoHighlight="always"
        keepHighlight
        itemToStringValue={(command) => command.label}
        filter={matches}
      >
        <Autocomplete.Input
          className={controlClass}
          aria-label={m.palette_title()}
          placeholder={m.palette_placeholder()}
        />
        <Autocomplete.Empty className="text-muted">{m.palette_nothing()}</Autocomplete.Empty>
        <Autocomplete.List className="max-h-[55dvh] overflow-y-auto">
          {(command: Command) => (
            <Autocomplete.Item
              key={command.id}
              value={command}
              onClick={() => run(command)}
              className="touch flex cursor-pointer items-center gap-3 rounded-lg px-3 outline-none data-highlighted:bg-accent-soft"
            >
              {command.icon}
              <span className="flex-1">{command.label}</span>
              <span className="text-small text-muted">{command.group}</span>
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
    </Dialog>
  );
}

/** Whether every typed word is somewhere in a command's words. */
export function matches({ label, group }: Pick<Command, 'label' | 'group'>, typed: string): boolean {
  const content = `${label} ${group}`.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => content.includes(word));
}
