import * as formats from '@tenantry/model/formats';
import { roleKey } from '@tenantry/model/operations/role-key';
import * as z from 'zod/mini';
import { m } from '../../../paraglide/messages.js';
import { SelectField, TextareaField } from '../../../shared/form/fields.tsx';
import { Form } from '../../../shared/form/form.tsx';
import { useOperationForm } from '../../../shared/form/use-operation-form.ts';
import { useRoles } from '../../../shared/tenant/use-roles.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { roleHint, roleOptions } from '../assignable-roles.ts';
import type { TypedList } from './use-several.ts';

const schema = z.object({ list: formats.prose(1, 400_000), role: roleKey, message: formats.message });

type Props = { readonly list: TypedList; readonly onCheck: (list: TypedList) => void };

export function ListForm({ list, onCheck }: Props) {
  const roles = useRoles();
  const usual = roles.given.find((role) => role === 'member') ?? roles.given[0] ?? '';
  const operation = useOperationForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaults: { ...list, role: list.role || usual },
    submit: (typed) => Promise.resolve(onCheck(typed)),
  });
  return (
    <Card className="max-w-2xl">
      <Form of={operation}>
        <TextareaField
          name="list"
          label={m.several_list()}
          hint={m.several_list_hint()}
          rows={10}
          autoComplete="off"
          spellCheck={false}
        />
        <SelectField
          name="role"
          label={m.field_role()}
          options={roleOptions(roles)}
          hint={roleHint(operation.form.watch('role'), roles)}
        />
        <TextareaField name="message" label={m.invite_message()} rows={3} />
        <div>
          <Button type="submit" busy={operation.busy} className="max-md:w-full">
            {m.several_check()}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
