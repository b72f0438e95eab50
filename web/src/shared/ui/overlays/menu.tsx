import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { cn } from '../cn.ts';

type Props = { readonly trigger: ReactElement; readonly children: ReactNode; readonly align?: 'start' | 'end' };

/** A button that opens a list of actions. `trigger` is the button. */
export function Menu({ trigger, children, align = 'end' }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className="min-w-52 max-w-[calc(100vw-1rem)] rounded-xl border border-line bg-raised p-1 shadow-lg outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = {
  readonly onSelect?: () => unknown;
  readonly tone?: 'plain' | 'danger';
  readonly disabled?: boolean;
  /** An element to be the item, such as a link. */
  readonly render?: ReactElement;
  readonly children: ReactNode;
};

export function MenuItem({ onSelect, tone = 'plain', disabled, render, children }: ItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      render={render}
      onClick={() => void onSelect?.()}
      className={cn(
        'touch flex w-full items-center gap-3 rounded-lg px-3 text-left outline-none select-none data-highlighted:bg-accent-soft data-disabled:opacity-50',
        tone === 'danger' && 'text-danger',
      )}
    >
      {children}
    </Base.Item>
  );
}

export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-3 pt-2 pb-1 text-small text-muted">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
