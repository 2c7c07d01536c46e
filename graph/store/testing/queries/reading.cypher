// Queries that must give the same rows on both stores, those of answers.json, recorded from Neo4j (record.ts). Each ends
// with a semicolon at the end of a line. Lines above a query say more of it:
//   params: {…}            its parameters as JSON
//   embedded: CODE words   the embedded store refuses it with that code and these words in its message
//   embedded rows: […]     a wrong answer of the embedded store that nothing can detect, listed in docs/cypher.md
// Rows are compared in order where the query orders them.

// ---- Matching nodes
MATCH (n) RETURN count(n) AS n;
MATCH (n:Entity) RETURN count(n) AS n;
MATCH (n:Person) RETURN n.name AS name ORDER BY name;
MATCH (n:Country) RETURN n.id AS id, n.country AS code ORDER BY id;
MATCH (n:Entity:Country) WHERE n.name STARTS WITH 'U' RETURN n.name AS name ORDER BY name;
MATCH (n {id: 'country:IRN'}) RETURN n.name;
MATCH (n:Country {name: 'Iran'}) RETURN n;
// params: {"id": "country:USA"}
MATCH (n:Entity {id: $id}) RETURN n;
// params: {"ids": ["country:USA", "country:IRN", "country:NOWHERE"]}
MATCH (n:Entity) WHERE n.id IN $ids RETURN n.name AS name ORDER BY name;
MATCH (n:Country) WHERE n.name = 'Iran' OR n.name = 'Cuba' RETURN n.name AS name ORDER BY name;
MATCH (n:Person) WHERE NOT n.name CONTAINS ' ' RETURN n.name AS name ORDER BY name;
MATCH (n:Event) WHERE n.kind = 'meeting' AND n.date >= '2013' RETURN n.name AS name, n.date AS date ORDER BY date, name;
MATCH (n:Event) WHERE n.date IS NULL RETURN count(n) AS n;
MATCH (n:Event) WHERE n.date IS NOT NULL RETURN n.date AS date ORDER BY date;
MATCH (n:Organization) WHERE toLower(n.name) CONTAINS 'nations' RETURN n.name AS name ORDER BY name;
MATCH (n:Organization) WHERE n.name ENDS WITH 'Union' RETURN n.name AS name ORDER BY name;
MATCH (n:Person) WHERE n.name =~ '.*[aeiou]{2}.*' RETURN n.name AS name ORDER BY name;
MATCH (n:Person) WHERE n.name =~ '(?i)barack.*' RETURN n.name;
MATCH (n:Country) WHERE size(n.aliases) > 0 RETURN n.name AS name, size(n.aliases) AS aliases ORDER BY name;
MATCH (n:Country) WHERE 'America' IN n.aliases RETURN n.name;
MATCH (n:Entity) WHERE n:Place RETURN n.name AS name ORDER BY name;
MATCH (n:Entity) WHERE n:Issue OR n:Place RETURN count(n) AS n;
MATCH (n:Entity) WHERE NOT n:Person AND NOT n:Event RETURN count(n) AS n;
MATCH (n) WHERE n:Nothing RETURN n;
MATCH (n:Nothing) RETURN count(n) AS n;
MATCH (n:Country) RETURN n.name AS name ORDER BY name SKIP 3 LIMIT 4;
// params: {"skip": 2, "limit": 3}
MATCH (n:Country) RETURN n.name AS name ORDER BY name DESC SKIP $skip LIMIT $limit;
MATCH (n:Country) RETURN DISTINCT substring(n.name, 0, 1) AS letter ORDER BY letter;
MATCH (n:Entity) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY label;
MATCH (n:Country {id: 'country:IRN'}) RETURN size(labels(n)) AS labels, 'Country' IN labels(n) AS has;
MATCH (n:Country {id: 'country:IRN'}) RETURN n.nothing AS nothing, n['name'] AS name;
MATCH (n:Country {id: 'country:IRN'}) RETURN n {.id, .name, kind: 'state'} AS map;
MATCH (n:Country {id: 'country:IRN'}) RETURN n.name + ' (' + n.country + ')' AS text;
MATCH (s:Statement) RETURN s.title AS title, s.date AS date ORDER BY date, title;
MATCH (s:Statement) WHERE s.text CONTAINS 'embassy' RETURN s.title AS title ORDER BY title;
MATCH (s:Statement) WHERE s.date STARTS WITH '2023' RETURN count(s) AS n;
MATCH (s:Statement) RETURN min(s.date) AS first, max(s.date) AS last;
MATCH (s:Statement) RETURN s.language AS language, count(s) AS n;

// ---- Matching relationships
MATCH ()-[r]->() RETURN count(r) AS n;
MATCH ()-[r]->() RETURN type(r) AS type, count(r) AS n ORDER BY n DESC, type;
MATCH (a)-[r:CONDEMNS]->(b) RETURN a.name AS a, b.name AS b, r.quote AS quote ORDER BY a, b, quote;
MATCH (a)-[r:CONDEMNS|SANCTIONS]->(b) RETURN type(r) AS type, a.name AS a, b.name AS b, r.start AS start ORDER BY type, a, b, start;
MATCH (a:Country)-[r:SANCTIONS]->(b:Country) RETURN a.name AS a, b.name AS b, r.date AS date ORDER BY a, b;
MATCH (a {id: 'country:USA'})-[r]->(b:Entity) RETURN type(r) AS type, b.name AS b, r.start AS start ORDER BY type, b, start;
MATCH (a:Country {id: 'country:USA'})<-[r]-(b:Entity) RETURN type(r) AS type, b.name AS b, r.start AS start ORDER BY type, b, start;
MATCH (a:Country {id: 'country:IRN'})-[r:AGREES_WITH]-(b) RETURN b.name AS b ORDER BY b;
MATCH (a:Person)-[r:REPRESENTS]->(c:Country {id: 'country:USA'}) RETURN DISTINCT a.name AS name, r.role AS role ORDER BY name, role;
MATCH ()-[r:REPRESENTS]->() WHERE r.from IS NOT NULL RETURN count(r) AS n;
MATCH (a)-[r:ATTACKS]->(b) RETURN r;
MATCH (a)-[r:ATTACKS]->(b) RETURN a, r, b;
MATCH (a)-[r]->(b) WHERE r.speaker IS NOT NULL RETURN r.speaker AS speaker, type(r) AS type, count(*) AS n ORDER BY speaker, type;
MATCH (a)-[r]->(b) WHERE r.modality <> 'asserted' RETURN r.modality AS modality, type(r) AS type, a.name AS a, b.name AS b ORDER BY modality, type, a, b;
MATCH (a)-[r]->(b) WHERE r.confidence > 0.9 AND type(r) = 'CONDEMNS' RETURN count(r) AS n;
MATCH (a)-[r]->(b) WHERE type(r) IN ['AIDS', 'YIELDS_TO'] RETURN type(r) AS type, a.name AS a, b.name AS b, r.quote AS q ORDER BY type, a, b, q;
MATCH (a)-[r]->(b) WHERE 'military' IN r.context RETURN type(r) AS type, count(r) AS n ORDER BY type;
MATCH (a)-[r:MET_WITH]->(b) WHERE r.date >= '2018' AND r.date < '2021' RETURN a.name AS a, b.name AS b, r.date AS date ORDER BY date, a, b;
MATCH (a)-[r:SANCTIONS WHERE r.date IS NULL]->(b) RETURN count(r) AS n;
MATCH (a)-[r:SUPPORTS]->(b) WHERE startNode(r) = a RETURN count(r) AS n;
MATCH (a)-[r:COERCES]->(b) RETURN startNode(r).name AS a, endNode(r).name AS b, r.trigger AS trigger ORDER BY a, b, trigger;
MATCH (a)-[r:CONDEMNS]->(b) RETURN a.name AS a, collect(DISTINCT b.name) AS whom ORDER BY a;
MATCH (a)-[r:SANCTIONS]->(b) RETURN b.name AS b, count(DISTINCT a) AS by ORDER BY by DESC, b;
MATCH (a)-[r]->(b) WHERE r.why CONTAINS 'condemn.v' RETURN count(r) AS n;
MATCH (a)-[r]->(b) WHERE id(a) = id(b) RETURN count(r) AS n;
MATCH (a)-[:CONDEMNS]->(b), (b)-[:CONDEMNS]->(a) RETURN DISTINCT a.name AS a, b.name AS b ORDER BY a;
MATCH (a)-[:CONDEMNS]->(b)-[:CONDEMNS]->(a) WHERE a.id < b.id RETURN DISTINCT a.name AS a, b.name AS b;
MATCH (a)-[:SUPPORTS]->(b) MATCH (a)-[:CALLS_ON]->(b) RETURN DISTINCT a.name AS a, b.name AS b ORDER BY a, b;
MATCH (a)-[:CALLS_ON]->(b) WHERE (a)-[:CONDEMNS]->(b) RETURN DISTINCT a.name AS a, b.name AS b ORDER BY a, b;
MATCH (a:Country) WHERE NOT (a)-[:AGREES_WITH]-() AND (a)-[:CONDEMNS]->() RETURN a.name AS name ORDER BY name;
MATCH (a:Country) WHERE EXISTS { MATCH (a)-[:SANCTIONS]->() } RETURN a.name AS name ORDER BY name;
MATCH (a:Country) WHERE EXISTS { (a)-[:AIDS]->(:Country {id: 'country:TUR'}) } RETURN a.name AS name ORDER BY name;
MATCH (a:Country) WHERE COUNT { (a)-[:SUPPORTS]->() } > 1 RETURN a.name AS name ORDER BY name;
MATCH (s:Statement)-[m:MENTIONS]->(n:Country) RETURN s.title AS title, count(DISTINCT n) AS n ORDER BY n DESC, title;
MATCH (a)-[:ISSUED]->(s:Statement) RETURN a.name AS a, s.title AS title ORDER BY a, title;
MATCH (p:Person)-[:REPRESENTS]->(c:Country)<-[:SANCTIONS]-(by) RETURN DISTINCT p.name AS p, c.name AS c, by.name AS by ORDER BY p, c, by;
MATCH (e:Event)-[:LOCATED_IN]->(p) RETURN e.name AS e, p.name AS p ORDER BY e, p;
MATCH (c:Country)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(d:Country) WHERE c.id < d.id RETURN e.name AS e, c.name AS c, d.name AS d ORDER BY e, c, d;

// ---- Optional matches
MATCH (c:Country) OPTIONAL MATCH (c)-[r:SANCTIONS]->(d) RETURN c.name AS c, count(r) AS n ORDER BY n DESC, c;
MATCH (c:Country {id: 'country:IRN'}) OPTIONAL MATCH (c)-[:NO_SUCH_TYPE]->(d) RETURN c.name AS c, d AS d;
MATCH (p:Person) OPTIONAL MATCH (p)-[:REPRESENTS]->(c) WITH p, c WHERE c IS NULL RETURN p.name AS name ORDER BY name;
OPTIONAL MATCH (n:Nothing) RETURN n;
OPTIONAL MATCH (n:Nothing) RETURN n.name AS name, coalesce(n.name, 'none') AS text;

// ---- Paths
MATCH p = (a:Country {id: 'country:MEX'})-[:CONDEMNS]->(b) RETURN p;
MATCH p = (a:Country {id: 'country:SAU'})-[:SUPPORTS]->(b)-[:SUPPORTS]->(c) RETURN DISTINCT [n IN nodes(p) | n.name] AS names;
MATCH p = (a:Country {id: 'country:SAU'})-[:SUPPORTS*1..2]->(b) RETURN DISTINCT length(p) AS length, b.name AS b ORDER BY length, b;
MATCH (a:Country {id: 'country:SAU'})-[:SUPPORTS*2]->(b) RETURN DISTINCT b.name AS b ORDER BY b;
MATCH (a:Country {id: 'country:MRT'})-[*1..2]-(b:Country) RETURN DISTINCT b.name AS b ORDER BY b;
MATCH p = (a:Country {id: 'country:SAU'})-[:SUPPORTS*1..2]->(b) RETURN DISTINCT [r IN relationships(p) | type(r)] AS types;
MATCH p = shortestPath((a:Country {id: 'country:ERI'})-[*..6]-(b:Country {id: 'country:USA'})) RETURN length(p) AS length;
MATCH p = shortestPath((a:Person {id: 'person:kim-jong-un'})-[:MET_WITH*..3]-(b:Person {id: 'person:donald-trump'})) RETURN [n IN nodes(p) | n.name] AS names;
MATCH p = allShortestPaths((a:Country {id: 'country:CUB'})-[:MET_WITH|SUPPORTS*..3]-(b:Country {id: 'country:CAN'})) RETURN length(p) AS length;
MATCH p = (:Country {id: 'country:IRQ'})-[*0..1]->(n:Country) RETURN DISTINCT n.name AS name ORDER BY name;
MATCH (a:Person {id: 'person:donald-trump'})-[:MET_WITH]-(b)-[:MET_WITH]-(c) WHERE c <> a RETURN DISTINCT c.name AS name ORDER BY name;
MATCH p = (a)-[:ATTACKS]->(b) RETURN a.name AS a, length(p) AS length ORDER BY a;
MATCH p = (a:Country {id: 'country:USA'})-[:SANCTIONS]->(b) RETURN all(n IN nodes(p) WHERE n:Country) AS countries, length(p) AS l;

// ---- Aggregates
MATCH (n:Person) RETURN count(*) AS rows, count(n.name) AS names, count(n.kind) AS kinds;
MATCH (a)-[r]->(b:Entity) WHERE type(r) <> 'MENTIONS' RETURN min(r.confidence) <= max(r.confidence) AS ok;
MATCH (s:Statement) RETURN sum(size(s.text)) > 1000 AS much, avg(size(s.text)) > 100 AS mean;
MATCH ()-[r:CONDEMNS]->() RETURN sum(r.start) AS sum, min(r.start) AS min, max(r.start) AS max;
MATCH ()-[r:CONDEMNS]->() RETURN round(avg(r.start) * 100) / 100 AS mean;
MATCH (n:Country) WITH n ORDER BY n.name RETURN collect(n.name) AS names;
MATCH (n:Country) WITH n.name AS name ORDER BY name LIMIT 3 RETURN collect(name) AS names;
MATCH (n:Entity) RETURN count(DISTINCT n.country) AS countries;
// embedded rows: [[0, null, [], null]]
MATCH (n:Nothing) RETURN count(n) AS n, sum(n.x) AS sum, collect(n.x) AS xs, max(n.x) AS max;
MATCH (a)-[r:SANCTIONS]->(b) WITH b, count(r) AS n WHERE n > 1 RETURN b.name AS b, n ORDER BY n DESC, b;
MATCH (a)-[r]->(b:Country) WITH b, type(r) AS type, count(r) AS n WITH b, collect(type) AS types RETURN b.name AS b, size(types) AS kinds ORDER BY kinds DESC, b;
MATCH (a)-[r]->(b) WITH r.statement AS s, count(*) AS n RETURN max(n) AS most, min(n) AS least;
UNWIND [3, 1, 2] AS x RETURN sum(x) AS sum, avg(x) AS avg, min(x) AS min, max(x) AS max, count(x) AS n;
UNWIND [1, 2, 3, 4] AS x RETURN stDev(x) > 1.29 AND stDev(x) < 1.3 AS sample, percentileCont(x, 0.5) AS median;
UNWIND [1, null, 2] AS x RETURN count(x) AS n, collect(x) AS xs;
UNWIND ['b', 'a', 'b'] AS x RETURN collect(DISTINCT x) AS xs;
MATCH (a:Country)-[r:CONDEMNS|SANCTIONS|COERCES|ATTACKS]->(b) RETURN a.name AS a, count(CASE WHEN type(r) = 'SANCTIONS' THEN 1 END) AS sanctions, count(r) AS n ORDER BY n DESC, a;

// ---- WITH, UNWIND, CASE
UNWIND [1, 2, 3] AS x RETURN x;
UNWIND range(1, 9, 4) AS x RETURN x;
UNWIND [] AS x RETURN x;
UNWIND null AS x RETURN x;
// params: {"rows": [{"a": 1}, {"a": 2}]}
UNWIND $rows AS row RETURN row.a AS a;
WITH 1 AS a, 2 AS b RETURN a + b AS sum;
WITH [1, 2, 3] AS xs UNWIND xs AS x WITH x WHERE x > 1 RETURN x ORDER BY x DESC;
MATCH (n:Country) WITH n.name AS name WHERE name STARTS WITH 'C' RETURN name ORDER BY name;
MATCH (n:Country) WITH DISTINCT size(n.name) AS size RETURN size ORDER BY size;
MATCH (n:Country) WITH n ORDER BY n.name LIMIT 5 MATCH (n)<-[r]-() RETURN n.name AS name, count(r) AS n ORDER BY name;
MATCH (n:Entity) RETURN CASE WHEN n:Country THEN 'state' WHEN n:Person THEN 'person' ELSE 'other' END AS what, count(*) AS n ORDER BY what;
MATCH (n:Country) WHERE n.name IN ['Iran', 'Cuba'] RETURN CASE n.name WHEN 'Iran' THEN 1 ELSE 0 END AS x ORDER BY x;
MATCH (n:Country {id: 'country:IRN'}) WITH *, 1 AS one RETURN n.name AS name, one;
UNWIND [[1, 2], [3]] AS xs UNWIND xs AS x RETURN x;
RETURN CASE WHEN null THEN 'yes' ELSE 'no' END AS x;

// ---- UNION and subqueries
MATCH (n:Country {id: 'country:IRN'}) RETURN n.name AS name UNION MATCH (n:Person {id: 'person:xi-jinping'}) RETURN n.name AS name;
RETURN 1 AS x UNION ALL RETURN 1 AS x;
RETURN 1 AS x UNION RETURN 1 AS x;
CALL { MATCH (n:Person) RETURN count(n) AS people } RETURN people;
MATCH (c:Country) WHERE c.id IN ['country:IRN', 'country:RUS'] CALL { WITH c MATCH (c)<-[r:CONDEMNS|SANCTIONS]-() RETURN count(r) AS n } RETURN c.name AS c, n ORDER BY c;
MATCH (c:Country) WHERE c.id IN ['country:IRN', 'country:RUS'] CALL (c) { MATCH (c)<-[r:SANCTIONS]-() RETURN count(r) AS n } RETURN c.name AS c, n ORDER BY c;
CALL { RETURN 1 AS x UNION RETURN 2 AS x } RETURN x ORDER BY x;
MATCH (a:Country {id: 'country:SAU'}) RETURN [(a)-[:SUPPORTS]->(b) | b.id] IS NOT NULL AS has;
MATCH (a:Country {id: 'country:RUS'}) RETURN size([(a)<-[:SANCTIONS]-(b) | b.name]) AS n;
MATCH (a:Country {id: 'country:RUS'}) RETURN COUNT { (a)<-[:SANCTIONS]-() } AS n;

// ---- Values and functions
RETURN 1 + 2 * 3 AS a, 7 / 2 AS b, 7 % 3 AS c, 2 ^ 3 AS d, 7.0 / 2 AS e;
RETURN 'a' + 'b' AS a, [1] + [2] AS b, 1 = 1.0 AS c, 'a' < 'b' AS d;
RETURN null = null AS a, null IS NULL AS b, null + 1 AS c, null AND false AS d, null OR true AS e;
RETURN true XOR false AS a, NOT true AS b, true AND null AS c;
RETURN abs(-3) AS a, ceil(1.2) AS b, floor(1.8) AS c, round(1.5) AS d, sign(-2) AS e, sqrt(9) AS f;
RETURN toUpper('iran') AS a, toLower('IRAN') AS b, trim('  x ') AS c, replace('a-b', '-', '+') AS d, reverse('abc') AS e;
RETURN substring('Entente', 3) AS a, substring('Entente', 0, 3) AS b, left('Entente', 2) AS c, right('Entente', 2) AS d, size('Entente') AS e;
RETURN split('a,b,c', ',') AS parts, ltrim('  x') AS l, rtrim('x  ') AS r;
RETURN toString(12) AS a, toInteger('12') AS b, toFloat('1.5') AS c, toInteger('x') AS d, toBoolean('true') AS e;
RETURN head([1, 2]) AS a, last([1, 2]) AS b, tail([1, 2, 3]) AS c, size([1, 2]) AS d, reverse([1, 2]) AS e;
RETURN [1, 2, 3][0] AS a, [1, 2, 3][-1] AS b, [1, 2, 3][1..] AS c, [1, 2, 3][..2] AS d, [1, 2][9] AS e;
RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS squares;
RETURN reduce(sum = 0, x IN [1, 2, 3] | sum + x) AS sum;
RETURN any(x IN [1, 2] WHERE x > 1) AS a, all(x IN [1, 2] WHERE x > 1) AS b, none(x IN [1, 2] WHERE x > 2) AS c, single(x IN [1, 2] WHERE x > 1) AS d;
RETURN 2 IN [1, 2] AS a, 3 IN [1, 2] AS b, null IN [1] AS c, 1 IN [] AS d;
RETURN {a: 1, b: {c: [2]}} AS map, {a: 1}.a AS one;
WITH {a: 1, b: 2} AS m RETURN m.a AS a, m['b'] AS b, m.c AS c, keys(m) AS keys;
RETURN coalesce(null, 2, 3) AS a, coalesce(null, null) AS b;
RETURN 'Iran' =~ 'I.*' AS a, 'Iran' =~ 'i.*' AS b, 'x' STARTS WITH '' AS c;
RETURN "it's" AS a, 'say \'hi\'' AS b, 'tab\there' AS c, 'Türkiye' AS d, '\u00e9' AS e;
RETURN 9007199254740993 AS big, -1 AS minus, 1e3 AS thousand, 0.1 + 0.2 > 0.3 AS float;
RETURN exp(0) AS a, log(1) AS b, sin(0) AS c, pi() > 3.14 AS d, toInteger(2.7) AS e;
RETURN range(3, 1, -1) AS down, range(1, 0) AS none;
// params: {"text": "x'; MATCH (n) DETACH DELETE n //", "list": [1, "a", null, true, 2.5], "map": {"a": {"b": []}}}
RETURN $text AS text, $list AS list, $map AS map;
// params: {"who": "Iran"}
MATCH (n:Country) WHERE n.name = $who OR $who IN n.aliases RETURN n.id;
RETURN date('2023-03-10') AS d, date('2023-03-10') < date('2023-03-11') AS before;
WITH date('2023-03-10') AS d RETURN d.year AS year, d.month AS month, d.day AS day;
RETURN date({year: 2023, month: 3, day: 10}) AS d;
RETURN toString(date('2023-03-10')) AS d, date('2023-03-10') + duration('P1D') AS next;
RETURN duration('P1Y2M3DT4H') AS d;
RETURN char_length('abc') AS n;
RETURN 1 < 2 < 3 AS chained;
// embedded rows: [[true, true, false]]
RETURN [1, 2] = [1, 2] AS a, {a: 1} = {a: 1} AS b, [1, null] = [1, 2] AS c;
RETURN nullIf(1, 1) AS a;
RETURN normalize('é') AS a;
MATCH (n:Country {id: 'country:IRN'}) RETURN properties(n).name AS name, elementId(n) IS NOT NULL AS id;
UNWIND ['b', null, 'a'] AS x RETURN x ORDER BY x;
UNWIND [2, null, 1] AS x RETURN x ORDER BY x DESC;
UNWIND [1, 'a', true] AS x RETURN x;

// ---- Comments and layout
MATCH (n:Country) // the states
/* of the graph */ RETURN count(n) AS n;
match (n:Country) where n.name = 'Iran' return n.name as name;
MATCH(n:Country{name:'Iran'})RETURN n.name AS name;
MATCH (`n`:`Country`) WHERE `n`.`name` = 'Iran' RETURN `n`.name AS `the name`;

// ---- What Neo4j knows and the embedded store does not: refused with the feature's name and a way out
// embedded: UNSUPPORTED label expression
MATCH (n:Person|Country) RETURN count(n) AS n;
// embedded: UNSUPPORTED label expression
MATCH (n:!Person) WHERE n:Entity RETURN count(n) AS n;
// embedded: UNSUPPORTED WHERE inside
MATCH (n:Country WHERE n.name = 'Iran') RETURN n.name;
// embedded: UNSUPPORTED quantified path
MATCH (a:Country {id: 'country:SAU'})-[:SUPPORTS]->{1,2}(b) RETURN DISTINCT b.name AS b ORDER BY b;
// embedded: UNSUPPORTED quantified path
MATCH (a:Country {id: 'country:SAU'}) ((x)-[:SUPPORTS]->(y)){1,2} (b) RETURN DISTINCT b.name AS b ORDER BY b;
// embedded: UNSUPPORTED SHORTEST
MATCH p = SHORTEST 1 (a:Country {id: 'country:ERI'})-[]-+(b:Country {id: 'country:USA'}) RETURN length(p) AS n;
// embedded: UNSUPPORTED type predicate
RETURN 1 IS :: INTEGER AS yes;
// embedded: UNSUPPORTED duration.between
RETURN duration.between(date('2020-01-01'), date('2021-01-01')) AS d;
// embedded: UNSUPPORTED date literal
RETURN date('2023-01-01').year AS year;
// embedded: UNSUPPORTED aggregate
MATCH (n:Country) WITH n ORDER BY n.name RETURN collect(n.name)[0..2] AS some;
// embedded: UNSUPPORTED spatial
RETURN point({x: 1, y: 2}).x AS x;
// embedded: UNSUPPORTED function valueType
RETURN valueType(1) AS type;
// embedded: UNSUPPORTED function toStringOrNull
RETURN toStringOrNull(1) AS a;
// embedded: UNSUPPORTED function isEmpty
RETURN isEmpty('') AS a;
// embedded: UNSUPPORTED function btrim
RETURN btrim('xxaxx', 'x') AS a;
// embedded: UNSUPPORTED procedure db.schema.nodeTypeProperties
CALL db.schema.nodeTypeProperties() YIELD nodeType RETURN count(DISTINCT nodeType) AS n;
// embedded: UNSUPPORTED SHOW
SHOW FUNCTIONS YIELD name WHERE name = 'abs' RETURN name;
// embedded: UNSUPPORTED option
CYPHER runtime=slotted RETURN 1 AS one;
// embedded: UNSUPPORTED full-text
CALL db.index.fulltext.queryNodes('entity_search', 'iran') YIELD node RETURN node.id AS id;
