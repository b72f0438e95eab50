import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Input } from '../basics/input.tsx';

type Props = {
  readonly label: string;
  /** As the address has it. */
  readonly value: string | undefined;
  /** Called when the typing pauses. */
  readonly onSearch: (text: string | undefined) => unknown;
};

const pauseMilliseconds = 300;

/** Searches while one types; the address follows. */
export function SearchField({ label, value = '', onSearch }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // Another address, such as «back», brings its own text.
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const search = useEffectEvent((text: string) => {
    if (text !== value) void onSearch(text || undefined);
  });
  useEffect(() => {
    const page = location.pathname;
    // Whoever has gone on to another page meanwhile, to a row that was there already, is not called back from it.
    const timer = setTimeout(() => location.pathname === page && search(typed.trim()), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search className="relative block min-w-0 flex-1 max-md:basis-full md:max-w-xs">
      <Search
        aria-hidden
        size={16}
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        className="pl-9"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </search>
  );
}
