import path from 'node:path';

/** The folder of package.json, whether this runs from src/ or from dist/. */
const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** A file that ships with the platform, e.g. `database/migrations`. */
export function shipped(relative: string): string {
  return path.join(root, relative);
}
