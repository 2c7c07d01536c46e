"""Checks an evidence bundle of Entente: python3 check.py [folder]. Leaves with 0 when everything holds, else with 1."""

import hashlib
import json
import pathlib
import sys


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line)


def digest(path):
    sha256 = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            sha256.update(block)
    return sha256.hexdigest()


def utf16(text):
    return text.encode("utf-16-le", "surrogatepass")


def check(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for name, expected in manifest["sha256"].items():
        if not (folder / name).is_file():
            yield f"{name}: is missing"
        elif digest(folder / name) != expected:
            yield f"{name}: was changed since the bundle was made"
    texts = {s["key"]: utf16(s["attributes"]["text"]) for s in lines(folder / "statements.jsonl")}
    nodes = {n["key"] for n in lines(folder / "nodes.jsonl")} | texts.keys()
    edges = 0
    for edge in lines(folder / "edges.jsonl"):
        edges += 1
        said = edge["attributes"]
        for end in (edge["source"], edge["target"]):
            if end not in nodes:
                yield f"{edge['key']}: its end {end} is not in the bundle"
        if said["statement"] not in texts:
            yield f"{edge['key']}: its statement {said['statement']} is not in the bundle"
        elif texts[said["statement"]][2 * said["start"] : 2 * said["end"]] != utf16(said["quote"]):
            yield f"{edge['key']}: its quote does not stand at {said['start']}-{said['end']} of {said['statement']}"
    found = {"nodes": len(nodes) - len(texts), "statements": len(texts), "edges": edges}
    for what, count in found.items():
        if count != manifest[what]:
            yield f"{what}: {count} found, {manifest[what]} promised"
    if not manifest["complete"]:
        print(f"note: this is a part of what was asked for: {manifest['cut']}")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    faults = 0
    for fault in check(folder):
        faults += 1
        print(fault)
    print(f"{faults} faults" if faults else "every file is as it was made, and every quote stands at its offsets")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
