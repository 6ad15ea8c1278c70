import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { computedConflicts } from '../rules/conflicts.ts';
import { insertConflicts, knownApplications, knownPersons } from '../store/conflicts.ts';

/** Asks the registry about every reviewer and every application of a window. @returns how many conflicts are new */
export async function findConflicts(tx: Tx, world: World, windowId: string): Promise<number> {
  const persons = await knownPersons(tx);
  const applications = await knownApplications(tx, windowId);
  const found = persons.flatMap((person) =>
    applications.flatMap((application) =>
      computedConflicts(person, application).map((ground) => ({
        id: world.newId(),
        personId: person.personId,
        applicationId: application.applicationId,
        origin: 'computed' as const,
        ground,
        detail: '',
        recordedBy: null,
      })),
    ),
  );
  return await insertConflicts(tx, found);
}
