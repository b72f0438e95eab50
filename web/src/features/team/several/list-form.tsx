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
import { roleHint } from '../assignable-roles.ts';
import { FileField, ReadFile } from './file/file-field.tsx';
import type { ListFile } from './file/read-list-file.ts';
import { invitableRoles } from './invitable-roles.ts';
import type { ChosenFile, TypedList } from './use-several.ts';

const forAll = { role: roleKey, message: formats.message };
const typedSchema = z.object({ list: formats.prose(1, 400_000), ...forAll });
/** What was typed before a file was chosen waits until the file is taken away. */
const fileSchema = z.object({ list: z.string(), ...forAll });

type Props = {
  readonly typed: TypedList;
  readonly file: ChosenFile | undefined;
  /** Rows of the file. */
  readonly count: number;
  readonly onChoose: (file: ListFile) => void;
  readonly onUnchoose: () => void;
  readonly onCheck: (typed: TypedList) => void;
};

export function ListForm({ typed, file, count, onChoose, onUnchoose, onCheck }: Props) {
  const roles = useRoles();
  const usual = roles.given.find((role) => role === 'member') ?? roles.given[0] ?? '';
  const operation = useOperationForm<z.input<typeof typedSchema>, z.output<typeof typedSchema>>({
    schema: file ? fileSchema : typedSchema,
    defaults: { ...typed, role: typed.role || usual },
    submit: (values) => Promise.resolve(onCheck(values)),
  });
  return (
    <Card className="max-w-2xl">
      <Form of={operation}>
        {file ? (
          <ReadFile name={file.name} count={count} onRemove={onUnchoose} />
        ) : (
          <>
            <TextareaField
              name="list"
              label={m.several_list()}
              hint={m.several_list_hint()}
              rows={8}
              autoComplete="off"
              spellCheck={false}
            />
            <FileField onRead={onChoose} />
          </>
        )}
        <SelectField
          name="role"
          label={file ? m.several_role_for_all() : m.field_role()}
          options={invitableRoles(roles)}
          hint={roleHint(operation.form.watch('role'), roles)}
        />
        <TextareaField name="message" label={file ? m.several_message_for_all() : m.invite_message()} rows={3} />
        <div>
          <Button type="submit" busy={operation.busy} className="max-md:w-full">
            {m.several_check()}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
