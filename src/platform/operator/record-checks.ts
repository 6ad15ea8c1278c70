import path from 'node:path';
import { fileStore } from '../files/index.ts';
import { checkLog, currentCheckpoint, openCheckpoint, verifierFromKey } from '../public-log/index.ts';
import { type DoctorCheck, ill, well } from './doctor-check.ts';

/** What was recorded must still be what it was. */
export const recordChecks: readonly DoctorCheck[] = [
  {
    name: 'public log',
    async run({ db, logSigner }, { quick }) {
      const key = logSigner.verifierKey;
      if (quick) {
        const verifier = verifierFromKey(key);
        const head = verifier && openCheckpoint(await currentCheckpoint(db, logSigner), verifier);
        return head ? well(`${head.size} entries, not read again`) : ill('its checkpoint cannot be made');
      }
      const { size, root, faults } = await checkLog(db, [key]);
      return faults.length === 0
        ? well(`${size} entries recomputed, root ${root.toString('base64')}`)
        : ill(faults.map(({ kind, at }) => `${kind} at ${at}`).join(', '));
    },
  },
  {
    name: 'files',
    async run({ config }, { quick }) {
      const store = fileStore(path.join(config.dataDir, 'files'));
      if (quick) {
        const names = new Set<string>();
        for await (const { sha256 } of store.list()) names.add(sha256);
        return well(`${names.size} files, not read again`);
      }
      const { files, bytes, damaged } = await store.verifyAll();
      return damaged.length === 0
        ? well(`${files} files, ${bytes} bytes, each as its name says`)
        : ill(`damaged: ${damaged.join(', ')}; look for them in a backup`);
    },
  },
];
