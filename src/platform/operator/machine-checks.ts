import { statfs } from 'node:fs/promises';
import { type DoctorCheck, ill, well } from './doctor-check.ts';

const gigabyte = 1_000_000_000;

export const machineChecks: readonly DoctorCheck[] = [
  {
    name: 'disk',
    async run({ config }) {
      const { bavail, blocks, bsize } = await statfs(config.dataDir);
      const free = (bavail * bsize) / gigabyte;
      const says = `${free.toFixed(1)} GB free of ${((blocks * bsize) / gigabyte).toFixed(1)} under ${config.dataDir}`;
      return free >= 1 ? well(says) : ill(`${says}; below 1 GB nothing may be written soon`);
    },
  },
];
