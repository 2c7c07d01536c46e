import { discScale } from './disc-scale.ts';
import type { LayoutProgress, LayoutRequest } from './layout-messages.ts';
import type { Drawing } from './sigma-context.ts';

interface Canvas {
  readonly width: number;
  readonly height: number;
}

const FIRST = 45;
const LATER = 15;

/** The running layout of one drawing. */
export interface Layout {
  /** Moves the `fresh` nodes, and all others too when they are few beside them; never those that are pinned. */
  start(fresh: ReadonlySet<string>, pinned: ReadonlyMap<string, unknown>): void;
  /** What is under way is not shown any more. */
  cancel(): void;
  stop(): void;
}

function request(graph: Drawing, run: number, fresh: ReadonlySet<string>, canvas: Canvas): LayoutRequest {
  const nodes = graph.nodes();
  const index = new Map(nodes.map((id, i) => [id, i]));
  const column = (read: (id: string) => number): Float64Array => Float64Array.from(nodes, read);
  const edges = graph.edges().filter((key) => graph.source(key) !== graph.target(key));
  const scale = discScale(canvas, graph.order);
  const settled = fresh.size <= (graph.order - fresh.size) / 2;
  return {
    run,
    x: column((id) => graph.getNodeAttribute(id, 'x')),
    y: column((id) => graph.getNodeAttribute(id, 'y')),
    size: column((id) => graph.getNodeAttribute(id, 'size') * scale),
    fixed: Uint8Array.from(nodes, (id) => (settled && !fresh.has(id) ? 1 : 0)),
    ends: Uint32Array.from(
      edges.flatMap((key) => [index.get(graph.source(key)) ?? 0, index.get(graph.target(key)) ?? 0]),
    ),
    weight: Float64Array.from(edges, (key) => graph.getEdgeAttribute(key, 'size')),
    canvas: { width: canvas.width, height: canvas.height },
    slices: settled ? LATER : FIRST,
  };
}

function apply(graph: Drawing, nodes: readonly string[], progress: LayoutProgress): void {
  const place = new Map(nodes.map((id, i) => [id, i]));
  graph.updateEachNodeAttributes(
    (id, look) => {
      const i = place.get(id);
      if (i === undefined) return look;
      return { ...look, x: progress.x[i] ?? look.x, y: progress.y[i] ?? look.y };
    },
    { attributes: ['x', 'y'] },
  );
}

export interface LayoutOptions {
  /** Show only where the nodes end up, for people who asked for less motion. */
  readonly calm: boolean;
  readonly canvas: () => Canvas;
  readonly onDone: () => void;
}

export function createLayout(graph: Drawing, options: LayoutOptions): Layout {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  let run = 0;
  let nodes: readonly string[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutProgress>) => {
    if (data.run !== run) return;
    if (data.done || !options.calm) apply(graph, nodes, data);
    if (data.done) options.onDone();
  });
  return {
    start(fresh, pinned) {
      run += 1;
      nodes = graph.nodes();
      const whole = request(graph, run, fresh, options.canvas());
      worker.postMessage({
        ...whole,
        fixed: whole.fixed.map((held, i) => (pinned.has(nodes[i] ?? '') ? 1 : held)),
      } satisfies LayoutRequest);
    },
    cancel() {
      run += 1;
    },
    stop: () => worker.terminate(),
  };
}
