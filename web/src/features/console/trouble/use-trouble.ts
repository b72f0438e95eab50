import { useAddress } from '../../../shared/navigation/use-address.ts';

/** Which of these troubles the address is about; the first where it names none. */
export function useTrouble<Trouble extends string>(troubles: readonly [Trouble, ...Trouble[]]): Trouble {
  const asked = useAddress().search.get('trouble');
  return troubles.find((each) => each === asked) ?? troubles[0];
}
