import type { NamedPolicy } from './policies.ts';
import { type Register, registersOf } from './register.ts';

/** What policies say of the places files had in the baseline; `null` = nobody can say where one lay. */
export interface FormerPlaces {
  /** Nobody looked at it then either. */
  readonly isExcluded: (path: string | null) => boolean | null;
  /** Its company left the register, and whoever keeps the register agreed. */
  readonly hasLeft: (path: string | null) => boolean;
}

export async function formerPlaces(
  registers: readonly Register[],
  /** Policies of the baseline, where what takes their place was agreed to. */
  replaced: readonly NamedPolicy[],
  inForce: (path: string) => NamedPolicy | undefined,
): Promise<FormerPlaces> {
  const before = await registersOf(replaced);
  const lists = (path: string, among: readonly Register[]): boolean =>
    among.some(({ entriesOf }) => entriesOf(path).length > 0);
  const isKept = registers.some(({ named }) => named.policy.clients.length > 0);
  return {
    isExcluded: (path) =>
      path === null
        ? null
        : registers.some(({ named, excludes }) => excludes(path) && inForce(path) === named),
    hasLeft: (path) =>
      path !== null && isKept && before.ok && lists(path, before.value) && !lists(path, registers),
  };
}
