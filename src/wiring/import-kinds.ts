import { factImport } from '../capabilities/city-record/index.ts';
import { engagementImport } from '../capabilities/city-registry/index.ts';
import { claimImport } from '../capabilities/impact/index.ts';
import { organisationImport } from '../capabilities/people/index.ts';
import { termImport } from '../capabilities/translation/index.ts';
import type { AnyImportKind } from '../platform/imports/kind.ts';

/** What people may bring in from files and take out as such. */
export const importKinds: readonly AnyImportKind[] = [
  organisationImport,
  engagementImport,
  factImport,
  claimImport,
  termImport,
];
