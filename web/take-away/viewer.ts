/** The page of an offline file: search, nodes, ties and quotes beside the picture. Builds elements from text only, never from markup. */
import type { OfflineData, OfflineEdge } from './offline-data.ts';
import { panAndZoom } from './pan-and-zoom.ts';

type Tie = OfflineData['ties'][number];
const data = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as OfflineData;
const names = new Map(data.nodes.map((node) => [node.id, node.name]));
const nameOf = (id: string): string => names.get(id) ?? id;
const list = document.getElementById('list') as HTMLElement;
const search = document.getElementById('search') as HTMLInputElement;
const picture = document.querySelector<SVGSVGElement>('#picture svg');
const MOST = 200;

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
  ...children: readonly Node[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const element = make('button', text);
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
}

function quote(edge: OfflineEdge): HTMLElement {
  const statement = data.statements[edge.statement];
  const says = edge.speaker ? `${nameOf(edge.speaker)} ${data.words.says}` : '';
  const facts = [says, edge.modality, edge.date, edge.confidence].filter(Boolean).join(' · ');
  const item = make(
    'blockquote',
    '',
    make('mark', edge.quote),
    make(
      'footer',
      `${statement?.title ?? data.words.untitled}\n${[statement?.about, facts].filter(Boolean).join(' · ')}`,
    ),
  );
  item.dir = 'auto';
  if (edge.speaker) item.className = 'claim';
  return item;
}

function tieItem(tie: Tie): HTMLElement {
  const head = make('h3', `${nameOf(tie.source)} ${tie.phrase} ${nameOf(tie.target)}`);
  head.style.borderLeft = `4px solid ${tie.colour}`;
  return make('section', '', head, ...tie.edges.map(quote));
}

function show(title: string, ...children: readonly Node[]): void {
  list.replaceChildren(make('h2', title), ...children);
  list.scrollTo({ top: 0 });
}

/** Marks what is shown in the picture, too. */
function point(ids: ReadonlySet<string>, keys: ReadonlySet<string>): void {
  for (const element of picture?.querySelectorAll<SVGElement>('[data-id], [data-key]') ?? []) {
    const on = ids.has(element.dataset['id'] ?? '') || keys.has(element.dataset['key'] ?? '');
    element.style.opacity = on || (ids.size === 0 && keys.size === 0) ? '' : '0.15';
  }
}

function showNode(id: string): void {
  const ties = data.ties.filter((tie) => tie.source === id || tie.target === id);
  point(
    new Set([id, ...ties.flatMap((tie) => [tie.source, tie.target])]),
    new Set(ties.map((tie) => tie.key)),
  );
  show(nameOf(id), button(data.words.all, showAll), ...ties.slice(0, MOST).map(tieItem));
}

function showTie(tie: Tie): void {
  point(new Set([tie.source, tie.target]), new Set([tie.key]));
  show(
    `${nameOf(tie.source)} ${tie.phrase} ${nameOf(tie.target)}`,
    button(data.words.all, showAll),
    tieItem(tie),
  );
}

function nodeButton(node: OfflineData['nodes'][number]): HTMLElement {
  return make(
    'li',
    '',
    button(`${node.name} · ${node.label}`, () => showNode(node.id)),
  );
}

function showAll(): void {
  search.value = '';
  point(new Set(), new Set());
  show(data.words.results, make('ul', '', ...data.nodes.slice(0, MOST).map(nodeButton)));
}

/** Names and aliases first, then the ties whose quotes have the words. */
function find(text: string): void {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return showAll();
  const has = (value: string): boolean => value.toLowerCase().includes(wanted);
  const nodes = data.nodes.filter((node) => has(node.name) || node.aliases.some(has)).slice(0, MOST);
  const ties = data.ties.filter((tie) => tie.edges.some((edge) => has(edge.quote))).slice(0, MOST);
  point(
    new Set([...nodes.map((n) => n.id), ...ties.flatMap((t) => [t.source, t.target])]),
    new Set(ties.map((t) => t.key)),
  );
  const nothing = nodes.length + ties.length === 0 ? [make('p', data.words.nothing)] : [];
  show(data.words.results, ...nothing, make('ul', '', ...nodes.map(nodeButton)), ...ties.map(tieItem));
}

search.addEventListener('input', () => find(search.value));
picture?.addEventListener('click', (event) => {
  const { id, key } = (event.target as SVGElement).dataset;
  const tie = data.ties.find((other) => other.key === key);
  if (id) showNode(id);
  else if (tie) showTie(tie);
});
if (picture) panAndZoom(picture);
showAll();
