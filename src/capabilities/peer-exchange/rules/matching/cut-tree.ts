/** An undirected edge with what may flow along it. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
}

const tolerance = 1e-9;

/**
 * The smallest cuts between all pairs of points, as the sets below the edges of a cut tree: one less than there are points.
 * @source Gusfield 1990, after Gomory and Hu 1961
 */
export function smallestCuts(points: number, edges: readonly Edge[]): number[][] {
  const network = new Network(points, edges);
  const parent = Array.from({ length: points }, () => 0);
  for (let source = 1; source < points; source++) {
    const sink = parent[source] ?? 0;
    const side = network.cutBetween(source, sink);
    for (let point = 0; point < points; point++) {
      if (point !== source && side[point] && parent[point] === sink) parent[point] = source;
    }
    const above = parent[sink] ?? 0;
    if (side[above] && sink !== 0) {
      parent[source] = above;
      parent[sink] = source;
    }
  }
  return below(parent);
}

/** For each point but the root, itself and all that hang under it. */
function below(parent: readonly number[]): number[][] {
  const sets = parent.map(() => [] as number[]);
  for (const [point] of parent.entries()) {
    const path = new Set<number>();
    for (let at = point; at !== 0 && !path.has(at); at = parent[at] ?? 0) {
      path.add(at);
      sets[at]?.push(point);
    }
  }
  return sets.slice(1);
}

/** Largest flows by shortest augmenting paths; flows go both ways along an edge. */
class Network {
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #to: Int32Array;
  readonly #capacity: Float64Array;
  readonly #left: Float64Array;
  readonly #points: number;

  constructor(points: number, edges: readonly Edge[]) {
    this.#points = points;
    this.#first = new Int32Array(points).fill(-1);
    this.#next = new Int32Array(edges.length * 2);
    this.#to = new Int32Array(edges.length * 2);
    this.#capacity = new Float64Array(edges.length * 2);
    this.#left = new Float64Array(edges.length * 2);
    for (const [index, { from, to, capacity }] of edges.entries()) {
      this.#arc(2 * index, from, to, capacity);
      this.#arc(2 * index + 1, to, from, capacity);
    }
  }

  #arc(index: number, from: number, to: number, capacity: number): void {
    this.#to[index] = to;
    this.#capacity[index] = capacity;
    this.#next[index] = this.#first[from] ?? -1;
    this.#first[from] = index;
  }

  /** The points that stay with the source in a smallest cut. */
  cutBetween(source: number, sink: number): Uint8Array {
    this.#left.set(this.#capacity);
    for (;;) {
      const arrived = this.#search(source, sink);
      if ((arrived[sink] ?? -1) < 0)
        return Uint8Array.from(arrived, (arc, point) => (arc >= 0 || point === source ? 1 : 0));
      let amount = Number.POSITIVE_INFINITY;
      for (let at = sink; at !== source; at = this.#from(arrived, at)) {
        amount = Math.min(amount, this.#left[arrived[at] ?? 0] ?? 0);
      }
      for (let at = sink; at !== source; at = this.#from(arrived, at)) {
        const arc = arrived[at] ?? 0;
        this.#left[arc] = (this.#left[arc] ?? 0) - amount;
        this.#left[arc ^ 1] = (this.#left[arc ^ 1] ?? 0) + amount;
      }
    }
  }

  #from(arrived: Int32Array, at: number): number {
    return this.#to[(arrived[at] ?? 0) ^ 1] ?? 0;
  }

  /** By which arc each point is first reached; -1 where none is. */
  #search(source: number, sink: number): Int32Array {
    const arrived = new Int32Array(this.#points).fill(-1);
    const queue = [source];
    for (let place = 0; place < queue.length; place++) {
      const at = queue[place] ?? 0;
      for (let arc = this.#first[at] ?? -1; arc >= 0; arc = this.#next[arc] ?? -1) {
        const to = this.#to[arc] ?? 0;
        if (to === source || (arrived[to] ?? -1) >= 0 || (this.#left[arc] ?? 0) <= tolerance) continue;
        arrived[to] = arc;
        if (to === sink) return arrived;
        queue.push(to);
      }
    }
    return arrived;
  }
}
