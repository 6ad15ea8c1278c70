import type { Command } from '../../platform/command-line/command.ts';
import { isEmail } from '../../platform/forms/fields.ts';
import type { World } from '../../world.ts';
import { makeAdministrator } from './actions/make-administrator.ts';

const administrator: Command = {
  words: ['people', 'administrator'],
  usage: 'mmc people administrator --name NAME --email ADDRESS [--json]',
  summary: 'Makes somebody an administrator and prints a sign-in link that opens once, within the hour',
  options: { name: 'value', email: 'value' },
  needsWorld: true,
  async run(line, given) {
    const world = given as World;
    const { name, email } = line.options;
    if (typeof name !== 'string' || name.trim() === '' || typeof email !== 'string' || !isEmail(email)) {
      line.err('Say who: --name "Trial person" --email name@example.org');
      return 2;
    }
    const { personId, path } = await makeAdministrator(world, { name: name.trim().slice(0, 200), email });
    const link = world.config.publicUrl + path;
    line.out(
      line.json
        ? JSON.stringify({ personId, link })
        : `Open this once, within the hour, then set up a passkey or a passphrase:\n${link}`,
    );
    return 0;
  },
};

export const commands: readonly Command[] = [administrator];
