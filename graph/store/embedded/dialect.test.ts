import { describe, expect, it } from 'vitest';
import { findGap } from './dialect.ts';

describe('findGap', () => {
  it.each([
    ['MATCH (n:Person|Country) RETURN n', 'label expression'],
    ['MATCH (:Person|Country)-->() RETURN 1', 'label expression'],
    ['MATCH (n:!Person) RETURN n', 'label expression'],
    ['MATCH (n:A&B) RETURN n', 'label expression'],
    ['MATCH (n) WHERE n:A|B RETURN n', 'label expression'],
    ['MATCH (n WHERE n.name = "B") RETURN n', 'WHERE inside'],
    ['MATCH (n:Person WHERE n.name = "B") RETURN n', 'WHERE inside'],
    ['MATCH (a)-[r:AIDS WHERE r.confidence > 0.5]->(b) RETURN r', 'WHERE inside'],
    ['MATCH (a)-[:X]->{1,3}(b) RETURN a', 'quantified path'],
    ['MATCH ((a)-[:X]->(b)){1,3} RETURN a', 'quantified path'],
    ['MATCH (a)-[:X]->+(b) RETURN a', 'quantified path'],
    ['MATCH p = SHORTEST 1 (a)-[:X]-+(b) RETURN p', 'SHORTEST'],
    ['MATCH p = ALL SHORTEST (a)-[:X]-+(b) RETURN p', 'SHORTEST'],
    ['RETURN 1 IS :: INTEGER', 'type predicate'],
    ['RETURN duration.between(date("2020-01-01"), date("2021-01-01"))', 'duration.between'],
    ['RETURN date("2023-01-01").year', 'date literal'],
    ['MATCH (n) RETURN collect(n)[0..2]', 'aggregate'],
    ['CALL db.index.fulltext.queryNodes("f", "x")', 'full-text'],
    ['CALL apoc.meta.schema()', 'APOC'],
  ])('%s', (cypher, feature) => {
    expect(findGap(cypher)?.gap.feature).toContain(feature);
  });

  it.each([
    'MATCH (a)-[r:X|Y]->(b) RETURN a',
    'MATCH (n:Person) WHERE n.a = 1 RETURN n {.x}',
    'MATCH (n {name: "a|b"}) RETURN n.x + 1, [x IN [1] WHERE x > 0 | x]',
    "MATCH (n) WHERE n.text CONTAINS 'SHORTEST 1 (n:A|B)' RETURN n // apoc.x IS ::",
    'MATCH (a)-[*1..3]->(b) RETURN {a: 1}',
    'RETURN CASE WHEN 1 > 0 THEN {a: 1} END',
    'RETRN 1',
  ])('nothing in: %s', (cypher) => {
    expect(findGap(cypher)).toBeUndefined();
  });
});
