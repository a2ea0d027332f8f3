"""Reads a folder of exports with the libraries that people read them with, and prints what they found as JSON."""

import csv
import json
import sys
from pathlib import Path

import bibtexparser
import igraph
import networkx
import pandas
import pyarrow.parquet
import pydot
import rdflib
import scipy.io


def graph(found):
    """Counts, degrees, and the weight between each two nodes, summed."""
    weights = {}
    for source, target, weight in found.edges(data="weight"):
        ends = [source, target] if found.is_directed() else sorted([source, target])
        pair = json.dumps(ends)
        weights[pair] = weights.get(pair, 0) + float(weight)
    return {
        "directed": found.is_directed(),
        "nodes": found.number_of_nodes(),
        "edges": found.number_of_edges(),
        "degrees": dict(found.degree()),
        "weights": weights,
    }


def unquoted(text):
    return text[1:-1].replace('\\"', '"').replace("\\\\", "\\")


def dot(path):
    (found,) = pydot.graph_from_dot_file(path)
    return {
        "nodes": sorted(unquoted(node.get_name()) for node in found.get_nodes()),
        "edges": sorted(
            [unquoted(edge.get_source()), unquoted(edge.get_destination()), int(edge.get("weight"))]
            for edge in found.get_edges()
        ),
    }


def igraph_graph(path):
    found = igraph.Graph.Read_GraphML(str(path))
    return {
        "nodes": found.vcount(),
        "edges": found.ecount(),
        "degrees": dict(zip(found.vs["id"], found.degree())),
        "labels": dict(zip(found.vs["id"], found.vs["label"])),
    }


def sparse(folder):
    matrix = scipy.io.mmread(folder / "matrix.mtx").toarray()
    names = [list(pandas.read_csv(folder / f"{side}.csv")["key"]) for side in ("rows", "columns")]
    return pandas.DataFrame(matrix, *names)


def matrix(dense, folder):
    found = pandas.read_csv(dense, index_col=0)
    other = sparse(folder)
    return {
        "sparse is dense": bool((found.to_numpy() == other.to_numpy()).all())
        and list(found.index) == list(other.index)
        and list(found.columns) == list(other.columns),
        "values": {key: row[row != 0].to_dict() for key, row in found.iterrows()},
    }


def table(path, **options):
    rows = pandas.read_csv(path, dtype=object, keep_default_na=False, **options)
    return rows.to_dict(orient="records")


def parquet(folder):
    tables = {name: pyarrow.parquet.read_table(folder / f"{name}.parquet") for name in PARQUET}
    return {
        "types": {field.name: str(field.type) for field in tables["nodes"].schema},
        **{name: found.to_pylist() for name, found in tables.items()},
    }


PARQUET = ("nodes", "edges", "results", "evidence")


def jsonld(path):
    found = rdflib.Graph().parse(path, format="json-ld")
    sota = rdflib.Namespace("urn:sotagraph:term:")
    statements = list(found.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    return {
        "statements": len(statements),
        "outperforms": sorted([str(a), str(b)] for a, b in found.subject_objects(sota.outperforms)),
        "borne out": all(
            # The triple that a statement speaks of stands in the graph itself.
            (
                found.value(statement, rdflib.RDF.subject),
                found.value(statement, rdflib.RDF.predicate),
                found.value(statement, rdflib.RDF.object),
            )
            in found
            for statement in statements
        ),
    }


def main(folder):
    with (folder / "node-link.json").open() as file:
        node_link = networkx.node_link_graph(json.load(file), edges="edges")
    with (folder / "adjacency.json").open() as file:
        adjacency = networkx.adjacency_graph(json.load(file))
    with (folder / "adjacency.csv").open(newline="") as file:
        adjacency_list = list(csv.reader(file))
    bibtex = bibtexparser.parse_file(str(folder / "papers.bib"))
    return {
        "graphml": graph(networkx.read_graphml(folder / "graph.graphml")),
        "gexf": graph(networkx.read_gexf(folder / "graph.gexf")),
        "node-link": graph(node_link),
        "adjacency-json": graph(adjacency),
        "projection": graph(networkx.read_graphml(folder / "projection.graphml")),
        "igraph": igraph_graph(folder / "graph.graphml"),
        "dot": dot(folder / "graph.dot"),
        "adjacency-list": adjacency_list,
        "matrix": matrix(folder / "matrix.csv", folder / "matrix"),
        "projected matrix": matrix(folder / "projection.csv", folder / "projection"),
        "edges": table(folder / "edges.csv"),
        "edges with tabs": table(folder / "edges.tsv", sep="\t"),
        "nodes": table(folder / "nodes.csv"),
        "results": table(folder / "results.csv"),
        "evidence": table(folder / "evidence.csv"),
        "parquet": parquet(folder / "parquet"),
        "jsonld": jsonld(folder / "graph.jsonld"),
        "bibtex": {entry.key: entry.fields_dict["title"].value for entry in bibtex.entries},
        "bibtex failures": len(bibtex.failed_blocks),
    }


json.dump(main(Path(sys.argv[1])), sys.stdout)
