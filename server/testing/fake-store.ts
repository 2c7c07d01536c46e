import { byId } from '../../graph/ids.ts';
import type { Edge, EntityNode, Extraction } from '../../graph/model.ts';
import { GraphError } from '../../graph/store/errors.ts';
import type { GraphStore, QueryResult, SaveReport, StoredItem } from '../../graph/store/store.ts';

/** A store in memory for tests of the API alone; its query understands two words and it filters nothing. */
export class FakeStore implements GraphStore {
  readonly kind = 'embedded';
  readonly capabilities = { fullCypher: false, shared: false, plan: false };
  readonly #statements = new Map<string, Extraction>();
  down: GraphError | undefined;

  async ping(): Promise<void> {
    if (this.down) throw this.down;
  }
  async save(extractions: readonly Extraction[]): Promise<SaveReport> {
    await this.ping();
    const added = extractions.filter((e) => !this.#statements.has(e.statement.id)).length;
    for (const e of extractions) this.#statements.set(e.statement.id, e);
    return {
      added,
      replaced: 0,
      unchanged: extractions.length - added,
      nodes: this.#nodes().length,
      edges: this.#edges().length,
    };
  }
  deleteStatement = async (id: string): Promise<boolean> => this.#statements.delete(id);
  getNode = async (id: string): Promise<EntityNode | undefined> => this.#nodes().find((n) => n.id === id);
  getEdge = async (id: string): Promise<Edge | undefined> => this.#edges().find((e) => e.id === id);
  getStatement = async (id: string): Promise<Extraction | undefined> => this.#statements.get(id);
  async listStatements() {
    await this.ping();
    const items = [...this.#statements.values()].map(
      ({ statement: { text, origin: _, ...rest }, edges }) => ({
        ...rest,
        edges: edges.length,
        length: text.length,
      }),
    );
    return { items, total: items.length };
  }
  async neighbours(id: string, { limit }: { limit: number }) {
    const edges = this.#edges().filter((e) => e.source === id || e.target === id);
    return (
      (await this.getNode(id)) && {
        nodes: this.#nodes(),
        edges: edges.slice(0, limit),
        totalEdges: edges.length,
      }
    );
  }
  async subgraph({ limit }: { limit: number }) {
    return { nodes: this.#nodes(), edges: this.#edges().slice(0, limit), totalEdges: this.#edges().length };
  }
  async search(text: string) {
    const hits = this.#nodes().filter((n) => n.name.toLowerCase().includes(text.toLowerCase()));
    return hits.map(({ id, label, name }) => ({ id, label, name, matched: name, score: 1 }));
  }
  async query(cypher: string): Promise<QueryResult> {
    if (/CREATE/.test(cypher)) throw new GraphError('READ_ONLY', 'queries may only read');
    if (!/^MATCH/.test(cypher))
      throw new GraphError('SYNTAX', 'expected MATCH', { position: { line: 1, column: 1 } });
    return { columns: ['id'], rows: this.#nodes().map((n) => [n.id]), truncated: false, ms: 1 };
  }
  async *stream(): AsyncGenerator<StoredItem> {
    for (const node of this.#nodes()) yield { kind: 'node', node };
    for (const { statement } of this.#statements.values()) yield { kind: 'statement', statement };
    for (const edge of this.#edges()) yield { kind: 'edge', edge };
  }
  stats = async () => ({ statements: this.#statements.size, nodes: {}, edges: {} });
  schema = async () => ({ labels: [], relationshipTypes: [], propertyKeys: [] });
  close = async (): Promise<void> => undefined;

  #nodes = (): EntityNode[] =>
    [...new Map([...this.#statements.values()].flatMap((e) => e.nodes).map((n) => [n.id, n])).values()].sort(
      byId,
    );
  #edges = (): Edge[] => [...this.#statements.values()].flatMap((e) => e.edges).sort(byId);
}
