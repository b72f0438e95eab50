import { QueryClient } from '@tanstack/react-query';
import { onSignOut } from '../session/cleanups.ts';
import { OperationError } from './operation-error.ts';

/** Answers of operations that pages show. A refusal is an answer: only what did not arrive is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && error instanceof OperationError && error.code === 'unavailable',
    },
  },
});

onSignOut(() => queryClient.clear());
