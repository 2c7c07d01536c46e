"""Reads exports with the libraries that people use and compares what it finds: python3 read.py FOLDER SCHEMAS.

FOLDER holds graph.jsonl, which is the truth, and graph.gexf, .graphml, .ttl, .jsonld, nodes.csv, edges.csv, events.csv;
SCHEMAS holds graphml.xsd. Every disagreement is an AssertionError; prints the counts as JSON when there is none.
"""

import json
import pathlib
import sys

import igraph
import networkx
import pandas
import rdflib
from lxml import etree

FOLDER, SCHEMAS = map(pathlib.Path, sys.argv[1:3])
HERE = pathlib.Path(__file__).parent
PLOVER = {
    *("MET_WITH", "AGREES_WITH", "SUPPORTS", "COOPERATES_WITH", "AIDS", "YIELDS_TO", "CALLS_ON", "CONDEMNS"),
    *("REJECTS", "THREATENS", "PROTESTS", "SANCTIONS", "MOBILIZES_AGAINST", "COERCES", "ATTACKS"),
}


def truth():
    nodes, edges = {}, {}
    for line in open(FOLDER / "graph.jsonl", encoding="utf-8"):
        item = json.loads(line)
        (edges if item["kind"] == "edge" else nodes)[item["key"]] = item
    return nodes, edges


NODES, EDGES = truth()


def same(what, found, expected):
    assert found == expected, f"{what}: found {found!r}, expected {expected!r}"


def xml(text):
    """What XML holds of a text: most control characters become U+FFFD."""
    return "".join("\ufffd" if c < " " and c not in "\t\n\r" else c for c in text)


def validate(name, schema):
    document = etree.parse(FOLDER / name)
    etree.XMLSchema(etree.parse(schema)).assertValid(document)
    return document


def check_networkx(name, graph, source_of_edges):
    same(f"{name}: nodes", set(graph.nodes), set(NODES))
    same(f"{name}: edges", graph.number_of_edges(), len(EDGES))
    for key, node in NODES.items():
        for field in ("label", "name", "country", "date", "text"):
            expected = node["attributes"].get(field)
            found = graph.nodes[key].get(field)
            # networkx calls the label of a GEXF node `label`, too.
            if field == "label" and name == "graph.gexf":
                continue
            same(f"{name}: {field} of {key}", found, expected if expected is None else xml(expected))
    for source, target, key, data in source_of_edges:
        said = EDGES[key]["attributes"]
        same(f"{name}: ends of {key}", (source, target), (EDGES[key]["source"], EDGES[key]["target"]))
        same(f"{name}: quote of {key}", data["quote"], xml(said["quote"]))
        same(f"{name}: offsets of {key}", (data["start"], data["end"]), (said["start"], said["end"]))
        same(f"{name}: confidence of {key}", data["confidence"], said["confidence"])
        same(f"{name}: type of {key}", data["type"], said["type"])


def read_gexf():
    document = validate("graph.gexf", HERE / "gexf-1.3.xsd")
    spells = document.findall(".//{http://gexf.net/1.3}spell")
    assert spells, "graph.gexf: no spells"
    graph = networkx.read_gexf(FOLDER / "graph.gexf", version="1.3")
    edges = [(s, t, data["id"], data) for s, t, data in graph.edges(data=True)]
    check_networkx("graph.gexf", graph, edges)


def read_graphml():
    validate("graph.graphml", SCHEMAS / "graphml.xsd")
    graph = networkx.read_graphml(FOLDER / "graph.graphml", force_multigraph=True)
    check_networkx("graph.graphml", graph, [(s, t, key, data) for s, t, key, data in graph.edges(keys=True, data=True)])
    other = igraph.Graph.Read_GraphML(str(FOLDER / "graph.graphml"))
    same("igraph: nodes", set(other.vs["id"]), set(NODES))
    same("igraph: edges", other.ecount(), len(EDGES))
    for edge in other.es:
        said = EDGES[edge["edge_id"]]
        same("igraph: ends", (other.vs[edge.source]["id"], other.vs[edge.target]["id"]), (said["source"], said["target"]))
        same("igraph: quote", edge["quote"], xml(said["attributes"]["quote"]))
        same("igraph: start", int(edge["start"]), said["attributes"]["start"])


def read_csv():
    nodes = pandas.read_csv(FOLDER / "nodes.csv", keep_default_na=False, dtype=str).set_index("id")
    edges = pandas.read_csv(FOLDER / "edges.csv", keep_default_na=False).set_index("id")
    same("nodes.csv", set(nodes.index), set(NODES))
    same("edges.csv", set(edges.index), set(EDGES))
    for key, edge in EDGES.items():
        row, said = edges.loc[key], edge["attributes"]
        same(f"edges.csv: {key}", (row["source"], row["target"], row["quote"]), (edge["source"], edge["target"], said["quote"]))
        same(f"edges.csv: start of {key}", int(row["start"]), said["start"])
        same(f"edges.csv: name of {edge['source']}", row["sourceName"], NODES[edge["source"]]["attributes"]["name"])
    for key, node in NODES.items():
        same(f"nodes.csv: text of {key}", nodes.loc[key]["text"], node["attributes"].get("text", ""))
    events = pandas.read_csv(FOLDER / "events.csv", keep_default_na=False)
    expected = {key for key, edge in EDGES.items() if edge["attributes"]["type"] in PLOVER}
    same("events.csv", set(events["event_id"]), expected)


def read_rdf():
    turtle = rdflib.Graph().parse(FOLDER / "graph.ttl", format="turtle")
    json_ld = rdflib.Graph().parse(FOLDER / "graph.jsonld", format="json-ld")
    same("Turtle and JSON-LD: triples", len(turtle), len(json_ld))
    same("Turtle and JSON-LD: what one has and the other lacks", set(turtle) ^ set(json_ld), set())
    schema, prov, oa = (rdflib.Namespace(n) for n in ("https://schema.org/", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#"))
    by_id = {str(o): s for s, o in turtle.subject_objects(schema.identifier)}
    same("rdf: resources", set(by_id), set(NODES) | set(EDGES))
    for key, edge in EDGES.items():
        claim, said = by_id[key], edge["attributes"]
        same(f"rdf: quote of {key}", str(turtle.value(claim, prov.value)), said["quote"])
        same(f"rdf: start of {key}", turtle.value(claim, oa.start).toPython(), said["start"])
        same(f"rdf: subject of {key}", turtle.value(claim, rdflib.RDF.subject), by_id[edge["source"]])
        same(f"rdf: statement of {key}", turtle.value(claim, prov.wasQuotedFrom), by_id[said["statement"]])
        triple = (by_id[edge["source"]], turtle.value(claim, rdflib.RDF.predicate), by_id[edge["target"]])
        if said["modality"] == "asserted":
            assert triple in turtle, f"rdf: the triple of {key} is missing"


read_gexf()
read_graphml()
read_csv()
read_rdf()
print(json.dumps({"nodes": len(NODES), "edges": len(EDGES)}))
