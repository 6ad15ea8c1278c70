import loader, { type Highs } from 'highs';

// Its types are written for CommonJS, where the function stands under `default`; as a module it is the default itself.
const load = loader as unknown as (typeof loader)['default'];

/** HiGHS compiled to WebAssembly: a tenth of a second and 20 MB. */
export async function loadHighs(): Promise<Highs> {
  return await load();
}
