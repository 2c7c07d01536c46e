/** What Cypher of Neo4j 5 this database cannot read, how to see it in a query that it refused, and the way out. */
export interface Gap {
  readonly feature: string;
  readonly pattern: RegExp;
  readonly instead: string;
}

export const GAPS: readonly Gap[] = [
  {
    feature: 'a label expression (`:A|B`, `:!A`, `:A&B`)',
    pattern:
      /(?<=\(\s*\w*\s*|WHERE\s[^[\]]*\b\w+|AND\s+\w+|OR\s+\w+|NOT\s+\w+):\s*(?:!|%|\(|`?\w+`?\s*[|&]\s*!?\(?`?\w)/iu,
    instead: 'write `WHERE n:A OR n:B`, `WHERE NOT n:A`, or `(n:A:B)` for both',
  },
  {
    feature: 'WHERE inside a node or relationship pattern',
    pattern: /[([]\s*\w*\s*(?::[^()[\]{}]*)?\bWHERE\b/iu,
    instead: 'write WHERE after the pattern',
  },
  {
    feature: 'SHORTEST',
    pattern: /\b(?:ALL\s+SHORTEST|SHORTEST\s+\d|ANY\s+SHORTEST|SHORTEST\s+GROUPS?|ANY\s*\()/iu,
    instead: 'use `shortestPath((a)-[*..n]-(b))`',
  },
  {
    feature: 'a quantified path',
    pattern: /(?:-|>|\))\s*(?:\{\s*\d*\s*,?\s*\d*\s*\}|\+)\s*(?=\(|\s*(?:WHERE|RETURN|WITH|MATCH|,|-|$))/iu,
    instead: 'write a variable length, `-[:TYPE*1..3]->`',
  },
  {
    feature: 'a type predicate (`IS ::`)',
    pattern: /\bIS\s+(?:NOT\s+)?(?:::|TYPED\b)/iu,
    instead: 'compare `valueType(x)` or leave the check out',
  },
  {
    feature: 'duration.between',
    pattern: /\bduration\.(?:between|in\w+)\s*\(/iu,
    instead: 'dates are ISO 8601 text: compare them as text',
  },
  {
    feature: 'a field of a date literal',
    pattern: /\b(?:date|datetime|time)\s*\([^()]*\)\.\w+/iu,
    instead: 'bind it first, `WITH date(...) AS d`, then read `d.year`',
  },
  {
    feature: 'an index or slice of an aggregate',
    pattern: /\b(?:collect|count|sum|avg|min|max)\s*\([^()]*\)\s*\[/iu,
    instead: 'bind it first, `WITH collect(x) AS xs`, then write `xs[0..3]`',
  },
  {
    feature: "Neo4j's full-text index",
    pattern: /\bdb\.index\.fulltext\.|\bFULLTEXT\s+INDEX\b/iu,
    instead: 'use GET /api/search, or `WHERE toLower(n.name) CONTAINS $text`',
  },
  {
    feature: 'a procedure of APOC or GDS',
    pattern: /\b(?:apoc|gds)\.\w+/iu,
    instead: '`CALL grafeo.procedures()` lists what there is',
  },
  {
    feature: 'spatial values',
    pattern: /\bpoint(?:\.\w+)?\s*\(/iu,
    instead: 'there are no coordinates in the graph',
  },
  { feature: 'USE', pattern: /^\s*USE\s/iu, instead: 'the store has one graph' },
];

/** The text without what stands in quotes or comments, which is blanked so that offsets stay. */
export function withoutLiterals(cypher: string): string {
  const literal = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu;
  return cypher.replace(literal, (s) =>
    s.startsWith('`') ? `x${'_'.repeat(Math.max(0, s.length - 1))}` : ' '.repeat(s.length),
  );
}

/** The gap that a refused query ran into, and where it begins. */
export function findGap(cypher: string): { gap: Gap; at: number } | undefined {
  const text = withoutLiterals(cypher);
  for (const gap of GAPS) {
    const at = gap.pattern.exec(text)?.index;
    if (at !== undefined) return { gap, at };
  }
  return undefined;
}
