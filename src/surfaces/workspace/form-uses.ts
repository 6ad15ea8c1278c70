import type { FindFormUses } from '../../capabilities/application-forms/index.ts';
import { listWindows, type StageKey } from '../../capabilities/fund/index.ts';
import { reading } from '../../platform/database/atomically.ts';
import { words } from '../messages/index.ts';

/** Tells the pages of forms, which know no windows, where each version is asked. */
export const formUses: FindFormUses = async (visit) => {
  const windows = await reading(visit.world, visit.actor, listWindows);
  const t = words(visit.language);
  const stage = (key: StageKey) => t(`stage.${key}`);
  return windows.flatMap((window) =>
    window.stages.map(({ key, formVersionId }) => ({
      versionId: formVersionId,
      name: `${window.name[visit.language] || window.name.en}: ${stage(key)}`,
      href: `/fund/windows/${window.slug}`,
    })),
  );
};
