import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { startTestServer } from '../src/platform/database/testing-server.ts';

/**
 * Writes src/platform/database/schema.generated.ts from the migrated schema.
 * With --check it changes nothing and fails when the committed file is stale.
 */
const target = 'src/platform/database/schema.generated.ts';
const server = await startTestServer();
try {
  const { host, port, user, password, database } = server.address;
  const url = `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const before = readFileSync(target, { encoding: 'utf8', flag: 'a+' });
  execFileSync(
    'node_modules/.bin/kysely-codegen',
    [
      '--dialect=postgres',
      `--url=${url}`,
      `--out-file=${target}`,
      '--date-parser=string',
      `--type-mapping=${JSON.stringify({ int8: 'bigint' })}`,
      '--default-schema=public',
      '--include-pattern',
      '(platform|public_log|people|city_registry|governance|diplomacy|fund|library|impact|support_desk|peer_exchange|mandates|city_record|programme|training|emergency|translation|application_forms|applications|review|portfolio|imports|sources).*',
    ],
    { stdio: 'inherit' },
  );
  const after = readFileSync(target, 'utf8');
  if (process.argv.includes('--check') && after !== before) {
    writeFileSync(target, before);
    console.error('The generated types are stale: run npm run generate:types.');
    process.exitCode = 1;
  }
} finally {
  await server.stop();
}
