import { useSearch } from '@tanstack/react-router';
import type { Environment } from './contract.ts';

/** The environment that the address names; production where it names none. */
export function useEnvironment(): Environment {
  return useSearch({ strict: false, select: (search) => search.env ?? 'production' });
}
