import { type ComponentProps, useId } from 'react';
import { Input } from '../ui/basics/input.tsx';

type Props = Omit<ComponentProps<typeof Input>, 'id'> & {
  readonly label: string;
  /** What is wrong with what was typed. */
  readonly problem: string | undefined;
};

/** A field with its label and its problem. Small on purpose: the sign-in page loads no form library. */
export function SignInField({ label, problem, ...input }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label className="font-medium" htmlFor={id}>
        {label}
      </label>
      <Input
        {...input}
        id={id}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      {problem && (
        <p id={`${id}-problem`} className="text-small text-danger" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
