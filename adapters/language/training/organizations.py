"""The invented organizations, and the parts of an objective that work is compared with."""
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "src/main/resources/throughline/adapter/language"
KINDS = ["title", "why", "key result", "theme", "initiative"]


def files(folder):
    return sorted(Path(folder).glob("*.json"))


def read(folder):
    return [json.loads(file.read_text(encoding="utf-8")) for file in files(folder)]


def taught():
    return read(HERE / "organizations")


def kept_back():
    """Not taught from: weights and figures from these would else be too good."""
    return read(HERE / "organizations/kept-back")


def serves(thing, objective):
    return any(served.split("-")[0] == objective["id"] for served in thing["serves"])


def parts(organization, objective):
    """(kind, text, id of the key result or nothing), initiatives last."""
    found = [("title", objective["title"], ""), ("why", objective["why"], "")]
    found += [("key result", result["title"] + ": " + result["metric"], result["id"])
              for result in objective["key_results"]]
    found += [("theme", theme["title"], "") for theme in organization["themes"] if objective["id"] in theme["serves"]]
    found += [("initiative", initiative["title"] + ": " + initiative["description"], "")
              for initiative in organization["initiatives"] if serves(initiative, objective)]
    return found
