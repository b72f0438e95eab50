import { useState } from 'react';

/** The last thing that a window was opened for: it keeps its content while it closes. */
export function useShown<T>(asked: T | undefined): T | undefined {
  const [shown, setShown] = useState(asked);
  if (asked !== undefined && asked !== shown) setShown(asked);
  return shown;
}
