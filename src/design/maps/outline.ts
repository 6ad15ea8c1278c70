import { createRequire } from 'node:module';
import { type GeoProjection, geoEqualEarth, geoStream } from 'd3-geo';
import { merge } from 'topojson-client';

type World = Parameters<typeof merge>[0];
type Country = Extract<Parameters<typeof merge>[1], readonly unknown[]>[number];
type Spot = readonly [x: number, y: number];

/** The map's own grid: whole units, so that the outline of all land weighs about 2 KB compressed. */
export const mapWidth = 560;
export const mapHeight = 261;

const require = createRequire(import.meta.url);
const antarctica = '010';
/** The outermost inhabited places: Alaska, Hawaii, Chukotka, Samoa, Greenland's north, Cape Horn. */
const edges: [number, number][] = [
  [-168.1, 65.6],
  [-158.5, 21],
  [-169.7, 66],
  [-171.5, -14],
  [20, 83.6],
  [-67, -56],
];
/** Turned a little, so that the cut runs through the sea and not through Siberia. */
const projection: GeoProjection = geoEqualEarth()
  .rotate([-11, 0])
  .fitWidth(mapWidth, { type: 'MultiPoint', coordinates: edges });

let topology: World | undefined;
let land: string | undefined;

/** Where a place stands on the map's grid. */
export function placeOnMap(latitude: number, longitude: number): Spot | undefined {
  return projection([longitude, latitude]) ?? undefined;
}

/** All land but Antarctica, as the `d` of one path; made once. */
export function landOutline(): string {
  land ??= outlineOf(() => true);
  return land;
}

const regions = new Map<string, string>();

/**
 * The countries with these ISO 3166 numeric codes as one shape, without the borders between them; `rest` gives all other
 * land. Places Natural Earth knows no code for (Kosovo, Northern Cyprus, Somaliland) belong to the rest.
 */
export function regionOutline(numericCodes: ReadonlySet<string>, rest?: 'rest'): string {
  const key = `${rest} ${[...numericCodes].join(' ')}`;
  let outline = regions.get(key);
  if (outline === undefined) {
    outline = outlineOf((code) => numericCodes.has(code) !== (rest === 'rest'));
    regions.set(key, outline);
  }
  return outline;
}

function outlineOf(isPart: (numericCode: string) => boolean): string {
  topology ??= require('world-atlas/countries-110m.json') as World;
  const { countries } = topology.objects;
  const all = countries?.type === 'GeometryCollection' ? countries.geometries : [];
  const parts = all.filter(
    (one): one is Country =>
      one.id !== antarctica &&
      isPart(String(one.id)) &&
      (one.type === 'Polygon' || one.type === 'MultiPolygon'),
  );
  const rings: Spot[][] = [];
  let ring: Spot[] = [];
  const sink = {
    point: (x: number, y: number) => void ring.push([Math.round(x), Math.round(y)]),
    lineStart: () => {
      ring = [];
    },
    lineEnd: () => void rings.push(ring),
    polygonStart: () => undefined,
    polygonEnd: () => undefined,
  };
  geoStream(merge(topology, parts), projection.stream(sink));
  return rings.map(thinned).filter(isVisible).map(asPath).join('');
}

/** Without points that change nothing at this size: twice in a row, or within half a unit of a straight line. */
function thinned(ring: readonly Spot[]): Spot[] {
  const kept = ring.filter((spot, index) => index === 0 || !same(spot, ring[index - 1]));
  for (let index = kept.length - 2; index > 0; index--) {
    const [before, here, after] = [kept[index - 1], kept[index], kept[index + 1]];
    if (before && here && after && Math.abs(area([before, here, after])) <= 0.6) kept.splice(index, 1);
  }
  return kept;
}

function same(a: Spot, b: Spot | undefined): boolean {
  return a[0] === b?.[0] && a[1] === b[1];
}

function isVisible(ring: readonly Spot[]): boolean {
  return ring.length > 3 && Math.abs(area(ring)) >= 3;
}

function area(ring: readonly Spot[]): number {
  let twice = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    twice += x * nextY - y * nextX;
  }
  return twice / 2;
}

/** Steps from point to point: short numbers that repeat, which compress well. */
function asPath(ring: readonly Spot[]): string {
  let path = '';
  let [fromX, fromY] = [0, 0];
  for (const [index, [x, y]] of ring.entries()) {
    const across = index === 0 ? `M${x}` : x - fromX < 0 || index === 1 ? `${x - fromX}` : ` ${x - fromX}`;
    const down = y - fromY < 0 ? `${y - fromY}` : ` ${y - fromY}`;
    path += index === 1 ? `l${across}${down}` : `${across}${down}`;
    [fromX, fromY] = [x, y];
  }
  return `${path}z`;
}
