import { commands as citiesCommands } from '../capabilities/city-registry/cli.ts';
import { recountFigures } from '../capabilities/impact/index.ts';
import { commands as impactCommands } from '../capabilities/impact/cli.ts';
import { commands as influenceCommands } from '../capabilities/influence/cli.ts';
import { commands as peopleCommands } from '../capabilities/people/cli.ts';
import { commands as deskCommands } from '../capabilities/support-desk/cli.ts';
import type { Command } from '../platform/command-line/command.ts';
import { importCommands } from '../platform/imports/cli.ts';
import { type DoctorCheck, ill, well } from '../platform/operator/doctor-check.ts';
import { operatorCommands } from '../platform/operator/cli.ts';
import { importKinds } from './import-kinds.ts';

/** What capabilities want the doctor to look at. */
const doctorChecks: readonly DoctorCheck[] = [
  {
    name: 'figures',
    async run({ db }, { quick }) {
      if (quick) return well('not counted again');
      const faults = await recountFigures(db);
      return faults.length === 0
        ? well('each kept sum equals a count of the whole ledger')
        : ill(
            faults
              .map(({ key, what, kept, counted }) => `${key} ${what}: kept ${kept}, counted ${counted}`)
              .join('; '),
          );
    },
  },
];

/** The command line. */
export const commands: readonly Command[] = [
  ...operatorCommands(doctorChecks),
  ...citiesCommands,
  ...peopleCommands,
  ...deskCommands,
  ...impactCommands,
  ...influenceCommands,
  ...importCommands(importKinds),
];
