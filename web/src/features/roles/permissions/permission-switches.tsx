import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';
import { useController } from 'react-hook-form';
import type { Permission } from '@tenantry/model/permissions';
import { grantableToCustomRoles } from '@tenantry/model/roles';
import { m } from '../../../paraglide/messages.js';
import { groupNames, inGroup, permissionGroups, permissionWords } from '../../../shared/tenant/permission-words.ts';
import { withoutPermission, withPermission } from './switching.ts';

type Props = {
  readonly name: string;
  /** Whether the person may give this right; those that they may not are shown and can't be switched on. */
  readonly mayGive: (permission: Permission) => boolean;
  /** Why one can't. */
  readonly whyNot: (permission: Permission) => string;
};

/** What a role may do, as switches in groups. One brings with it what it is nothing without, and takes it along. */
export function PermissionSwitches({ name, mayGive, whyNot }: Props) {
  const { field } = useController({ name });
  const held = field.value as readonly Permission[];
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {permissionGroups.map((group) => (
        <fieldset key={group} className="grid content-start gap-1">
          <legend className="mb-1 text-lead font-semibold">{groupNames[group]()}</legend>
          {inGroup(group)
            .filter((permission) => grantableToCustomRoles.includes(permission))
            .map((permission) => (
              <PermissionSwitch
                key={permission}
                permission={permission}
                on={held.includes(permission)}
                refused={mayGive(permission) ? undefined : whyNot(permission)}
                onSwitch={(on) =>
                  field.onChange(on ? withPermission(held, permission, mayGive) : withoutPermission(held, permission))
                }
              />
            ))}
        </fieldset>
      ))}
    </div>
  );
}

type SwitchProps = {
  readonly permission: Permission;
  readonly on: boolean;
  readonly refused: string | undefined;
  readonly onSwitch: (on: boolean) => void;
};

function PermissionSwitch({ permission, on, refused, onSwitch }: SwitchProps) {
  const id = useId();
  const { name, text } = permissionWords[permission];
  // The way in goes last: without it all the others are nothing, and one slip would take them.
  const locked = permission === 'profile:read' && on;
  const hint = locked ? m.roles_every_needs() : !on && refused ? refused : undefined;
  return (
    <div className="flex items-start justify-between gap-4 border-t border-line py-3">
      <div className="grid min-w-0 gap-0.5">
        <label htmlFor={id} className="font-medium">
          {name()}
        </label>
        <p id={`${id}-text`} className="text-small text-muted">
          {text()}
          {hint && <span className="block">{hint}</span>}
        </p>
      </div>
      <span className="touch inline-flex shrink-0 items-center">
        <Switch.Root
          id={id}
          aria-describedby={`${id}-text`}
          checked={on}
          disabled={locked || (!on && refused !== undefined)}
          onCheckedChange={onSwitch}
          className="h-7 w-12 rounded-full bg-line-strong p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-60"
        >
          <Switch.Thumb className="block size-6 rounded-full bg-surface transition-transform data-checked:translate-x-5" />
        </Switch.Root>
      </span>
    </div>
  );
}
