// Queries that would write, read files or manage the server. Nothing of them may change anything on either store. They
// are refused with READ_ONLY; where a store refuses one for another reason, `// neo4j: CODE` or `// embedded: CODE` above
// it says so, and `answers` says that it only explains what it would do.

// ---- Making
CREATE (n:Entity {id: 'x'});
CREATE (n:Entity {id: 'x'}) RETURN n;
CREATE (a:X)-[:CONDEMNS]->(b:Y);
MATCH (a:Country {id: 'country:IRN'}), (b:Country {id: 'country:USA'}) CREATE (a)-[:SUPPORTS]->(b);
MATCH (n) WITH n LIMIT 1 CREATE (m:Copy) RETURN m;
UNWIND range(1, 3) AS i CREATE (:X {i: i});
MERGE (n:Entity {id: 'x'});
MERGE (n:Entity {id: 'country:IRN'}) ON MATCH SET n.name = 'x' RETURN n;
MERGE (n:Entity {id: 'x'}) ON CREATE SET n.name = 'x';
MATCH (a:Country {id: 'country:IRN'}), (b:Country {id: 'country:USA'}) MERGE (a)-[r:LIKES]->(b) RETURN r;
FOREACH (x IN [1] | CREATE (:Z));
MATCH (n:Country) FOREACH (x IN [1] | SET n.x = x);
// params: {"rows": [{"id": "x"}]}
UNWIND $rows AS row MERGE (n:X {id: row.id});

// ---- Changing
MATCH (n) SET n.name = 'x' RETURN n;
MATCH (n) SET n += {name: 'x'};
MATCH (n) SET n = {};
MATCH (n:Country) SET n:Hacked;
MATCH (n:Country) SET n.name = null;
MATCH ()-[r:CONDEMNS]->() SET r.quote = 'x';
MATCH (n) REMOVE n.name;
MATCH (n) REMOVE n:Entity;
MATCH ()-[r]->() REMOVE r.quote RETURN count(r);
// params: {"map": {"name": "x"}}
MATCH (n:Country {id: 'country:IRN'}) SET n = $map;

// ---- Deleting
MATCH (n) DETACH DELETE n;
MATCH (n:Issue) DELETE n;
MATCH ()-[r]->() DELETE r;
MATCH p = ()-[:CONDEMNS]->() DELETE p;
MATCH (n:Country) WHERE n.name = 'Iran' DETACH DELETE n RETURN count(*);
MATCH (n) OPTIONAL MATCH (n)-[r]-() DELETE r, n;

// ---- Subqueries and transactions
CALL { CREATE (x:Foo) } RETURN 1 AS one;
CALL { CREATE (x:Foo) RETURN x } RETURN x;
MATCH (n) CALL { WITH n SET n.x = 1 } RETURN 1 AS one;
MATCH (n:Country) CALL (n) { SET n.x = 1 } RETURN count(*);
// embedded: UNSUPPORTED
CALL { CREATE (x:Foo) } IN TRANSACTIONS OF 1 ROWS;
// embedded: UNSUPPORTED
MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10 ROWS;
RETURN 1 AS x UNION CREATE (n:X) RETURN 2 AS x;
MATCH (n:Country) RETURN n.name AS name UNION ALL MATCH (m) DETACH DELETE m RETURN 'x' AS name;

// ---- Schema
CREATE INDEX FOR (n:X) ON (n.y);
CREATE INDEX hacked IF NOT EXISTS FOR (n:Country) ON (n.name);
CREATE CONSTRAINT FOR (n:X) REQUIRE n.y IS UNIQUE;
// embedded: UNSUPPORTED
CREATE FULLTEXT INDEX hacked FOR (n:X) ON EACH [n.y];
// embedded: UNSUPPORTED
CREATE TEXT INDEX hacked FOR (n:X) ON (n.y);
DROP INDEX statement_origin;
DROP INDEX statement_origin IF EXISTS;
DROP CONSTRAINT entity_id;
DROP CONSTRAINT entity_id IF EXISTS;

// ---- Files, addresses and the server
LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line;
LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:9/x.csv' AS row RETURN row;
load/**/csv FROM 'file:///etc/passwd' AS line RETURN line;
LOAD CSV FROM 'file:///etc/passwd' AS line CREATE (:X {line: line});
// embedded: UNSUPPORTED
CREATE DATABASE hacked;
// embedded: UNSUPPORTED
DROP DATABASE neo4j;
// embedded: UNSUPPORTED
CREATE USER x SET PASSWORD 'abcdefgh';
// embedded: UNSUPPORTED
ALTER USER neo4j SET PASSWORD 'abcdefgh';
// embedded: UNSUPPORTED
ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'abcdefgh';
// embedded: UNSUPPORTED
TERMINATE TRANSACTIONS 'neo4j-transaction-1';
// embedded: UNSUPPORTED
CALL db.clearQueryCaches();
// embedded: UNSUPPORTED
CALL db.createLabel('Hacked');
// embedded: UNSUPPORTED
CALL db.createRelationshipType('HACKED');
// embedded: UNSUPPORTED
CALL db.createProperty('hacked');
// embedded: UNSUPPORTED
// neo4j: answers
CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh();
// embedded: UNSUPPORTED
// neo4j: SYNTAX
CALL dbms.setConfigValue('db.logs.query.enabled', 'VERBOSE');
// embedded: UNSUPPORTED
// neo4j: SYNTAX
CALL apoc.create.node(['X'], {});
// embedded: UNSUPPORTED
// neo4j: SYNTAX
CALL apoc.cypher.runWrite('CREATE (n:X)', {});

// ---- Disguises
/* harmless */ cReAtE (n:X);
/* RETURN 1 */ // RETURN 2
CREATE (n:X);
CREATE/**/(n:X);
// embedded: SYNTAX
// neo4j: SYNTAX
RETURN 1 AS x; CREATE (n:X);
// embedded: SYNTAX
// neo4j: SYNTAX
MATCH (n) RETURN n; MATCH (n) DETACH DELETE n;
// embedded: SYNTAX
// neo4j: SYNTAX
\u0043REATE (n:X);
// embedded: SYNTAX
CR\u0045ATE (n:X);
// embedded: SYNTAX
MATCH (n) \u0044ETACH \u0044ELETE n;
// embedded: SYNTAX
// neo4j: SYNTAX
ＣＲＥＡＴＥ (n:X);
CREATE (n:`X`);
CREATE (n:`X) RETURN 1 //`);
MATCH (n) WHERE n.name = 'RETURN' SET n.name = 'x';
// embedded: answers
// neo4j: answers
EXPLAIN CREATE (n:X);
PROFILE CREATE (n:X);
PROFILE MATCH (n) DETACH DELETE n;
WITH 'CREATE' AS x CREATE (n:X {x: x}) RETURN x;
// embedded: UNSUPPORTED
CYPHER runtime=slotted CREATE (n:X);
// embedded: UNSUPPORTED
USE neo4j CREATE (n:X);
