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
    feature: 'WHERE inside a node pattern',
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
    instead:
      'leave the check out, or compare `toString(x) = x` for text and `toInteger(x) = x` for whole numbers',
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
  {
    feature: 'CALL … IN TRANSACTIONS',
    pattern: /\}\s*IN\s+(?:\w+\s+)*TRANSACTIONS\b/iu,
    instead: 'queries only read: `CALL { … }` is enough',
  },
  {
    feature: 'SHOW of more than indexes and constraints',
    pattern: /^\s*SHOW\s+(?!INDEX|CONSTRAINT)/iu,
    instead: '`CALL grafeo.procedures()` lists the procedures, docs/cypher.md the functions that are missing',
  },
  {
    feature: 'an option before the query (`CYPHER runtime=…`)',
    pattern: /^\s*CYPHER\s/iu,
    instead: 'leave it out',
  },
  {
    feature: 'a command that manages a server',
    pattern:
      /^\s*(?:CREATE|ALTER|DROP|RENAME|GRANT|DENY|REVOKE|START|STOP|TERMINATE)\s+(?:OR\s+REPLACE\s+)?(?:CURRENT\s+)?(?:USER|ROLE|DATABASE|ALIAS|COMPOSITE|SERVER|TRANSACTIONS?)\b/iu,
    instead: 'there is no server to manage',
  },
  {
    feature: 'a kind of index',
    pattern: /^\s*CREATE\s+(?:TEXT|POINT|RANGE|VECTOR|LOOKUP)\s+INDEX\b/iu,
    instead: 'queries only read, and the store makes its own indexes',
  },
];

/** Functions of Neo4j 5 that this database lacks, in small letters, and the way out of each. */
export const MISSING_FUNCTIONS: Readonly<Record<string, string>> = {
  btrim: 'use `trim(text)`, or `replace` for other characters',
  character_length: 'use `size(text)`',
  cot: 'use `1 / tan(x)`',
  haversin: 'use `(1 - cos(x)) / 2`',
  isempty: 'use `size(x) = 0`',
  isnan: 'use `x <> x`',
  randomuuid: 'use the `id` that every node and edge has',
  tobooleanlist: 'use `[x IN list | toBoolean(x)]`',
  tobooleanornull: 'use `toBoolean(x)`',
  tofloatlist: 'use `[x IN list | toFloat(x)]`',
  tofloatornull: 'use `toFloat(x)`',
  tointegerlist: 'use `[x IN list | toInteger(x)]`',
  tointegerornull: 'use `toInteger(x)`',
  tostringlist: 'use `[x IN list | toString(x)]`',
  tostringornull: 'use `toString(x)`',
  valuetype: 'leave the check out',
};

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
