import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { World } from '../../world.ts';
import { aCity, aDeskPerson, withFiles } from './builders.ts';

/** A desk to play on: a world with its own files, a city, and Amina, who works the desk. */
export interface DeskScene {
  readonly world: TestWorld & { removeFiles(): void };
  readonly worker: World;
  readonly cityId: string;
  readonly amina: Actor;
  readonly close: () => Promise<void>;
}

export async function deskScene(): Promise<DeskScene> {
  const bare = await testWorld();
  const world = withFiles(bare);
  const worker = asWorker(world);
  const { id: cityId } = await aCity(worker.db, { name: 'Kenema' });
  const amina = await aDeskPerson(worker, 'Amina', 'amina@mmc.example');
  const close = async () => {
    world.removeFiles();
    await bare.close();
  };
  return { world, worker, cityId, amina, close };
}
