import { sankey, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { area, curveBumpX } from 'd3-shape';
import { useKitWords, useLanguage } from '../language-context.ts';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { Drawing, type NumberFormat, percent, plainNumbers, Stretch } from './drawing.tsx';

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

interface FlowChartProps extends ChartWords {
  /** What flows: "money". */
  readonly what: string;
  /** Names stand for themselves: the same name is the same place. No circles. */
  readonly flows: readonly Flow[];
  readonly format?: NumberFormat | undefined;
}

interface Place {
  readonly name: string;
}
type PlacedNode = SankeyNode<Place, object>;
type PlacedLink = SankeyLink<Place, object>;

/** Where money comes from and goes to, each band as thick as its amount (a Sankey diagram). */
export function FlowChart({ what, flows, format, ...words }: FlowChartProps) {
  const t = useKitWords();
  const language = useLanguage();
  const say = format ?? plainNumbers(language);
  const numbers = {
    head: [t('flow-from'), t('flow-to'), t('flow-amount')],
    rows: flows.map((flow) => [flow.from, flow.to, say(flow.value)]),
  };
  return (
    <ChartFrame {...words} empty={flows.length === 0} numbers={numbers}>
      <Bands flows={flows} say={say} title={words.title} description={t('flow-says', { what })} />
    </ChartFrame>
  );
}

interface BandsProps {
  readonly flows: readonly Flow[];
  readonly say: NumberFormat;
  readonly title: string;
  readonly description: string;
}

function Bands({ flows, say, title, description }: BandsProps) {
  const names = [...new Set(flows.flatMap((flow) => [flow.from, flow.to]))];
  const height = Math.max(180, names.length * 34);
  const graph = sankey<Place, object>()
    .nodeId((place) => place.name)
    .nodeWidth(10)
    .nodePadding(24)
    .extent([
      [0, 20],
      [1000, height - 4],
    ])({
    nodes: names.map((name) => ({ name })),
    links: flows.map((flow) => ({ source: flow.from, target: flow.to, value: flow.value })),
  });
  return (
    <Drawing title={title} description={description} height={height}>
      <Stretch width={100} height={height}>
        {graph.links.map((link, index) => (
          <path key={index} class="flow" d={band(link)} />
        ))}
        {graph.nodes.map((node) => (
          <rect
            key={node.name}
            class="f1"
            x={node.x0}
            y={node.y0}
            width="10"
            height={(node.y1 ?? 0) - (node.y0 ?? 0)}
          />
        ))}
      </Stretch>
      {graph.nodes.map((node) => (
        <NodeName key={node.name} node={node} amount={say(node.value ?? 0)} />
      ))}
    </Drawing>
  );
}

/** Above its node: in the first columns from its left edge, in the last one from its right. */
function NodeName({ node, amount }: { node: PlacedNode; amount: string }) {
  const atEnd = (node.x1 ?? 0) > 900;
  const x = percent((atEnd ? (node.x1 ?? 0) : (node.x0 ?? 0)) / 10);
  return (
    <text class="node" x={x} y={(node.y0 ?? 0) - 5} text-anchor={atEnd ? 'end' : 'start'}>
      {node.name} <tspan class="amount">{amount}</tspan>
    </text>
  );
}

/** The band as an area, for a thick stroke would thin out where it slopes when pulled wide. */
function band(link: PlacedLink): string {
  const half = (link.width ?? 0) / 2;
  const [source, target] = [link.source as PlacedNode, link.target as PlacedNode];
  return (
    area(
      ([x]) => x,
      ([, y]) => y - half,
      ([, y]) => y + half,
    )
      .curve(curveBumpX)
      .digits(1)([
      [source.x1 ?? 0, link.y0 ?? 0],
      [target.x0 ?? 0, link.y1 ?? 0],
    ]) ?? ''
  );
}
