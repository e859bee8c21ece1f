"""Makes what Observe looks at: organizations with phrasings filled in, and words that tell how something is asked."""
import argparse
import collections
import json
import random
import re
from pathlib import Path

from organizations import HERE, files

WORD = re.compile(r"[a-z]+-?kr\d+|[a-z]\d+|[a-z0-9']+|\?")
GAP = re.compile(r"\{([ioktpx])\}")
THINGS = (" thing", " work", " stuff", " one", " project")


def words(text):
    return set(WORD.findall(text.lower().replace("’", "'")))


def phrasings():
    return [json.loads(line) for file in sorted((HERE / "phrasings").glob("*.jsonl"))
            for line in file.read_text(encoding="utf-8").splitlines()]


def said(title, thing=False):
    """As people refer to a title: all of it, its beginning, a word near its end, or "the … thing"."""
    split = title.split()
    chance = random.random()
    if chance < 0.4:
        text = title
    elif chance < 0.65:
        text = " ".join(split[:max(1, min(len(split) - 1, random.choice((1, 2))))])
    elif chance < 0.8:
        text = random.choice(split[-2:]) if len(split) > 1 else title
    else:
        text = "the " + " ".join(split[:2]) + random.choice(THINGS) if thing else title
    return text.lower() if random.random() < 0.6 else text


def initiative(organization):
    one = random.choice(organization["initiatives"])
    return one["id"] if random.random() < 0.08 else said(one["title"], thing=True)


def objective(organization):
    one = random.choice(organization["objectives"])
    return one["id"] if random.random() < 0.35 else said(one["title"])


def key_result(organization):
    one = random.choice(random.choice(organization["objectives"])["key_results"])
    if random.random() < 0.25:
        return one["id"]
    return (one["metric"] if random.random() < 0.6 else one["title"]).lower()


def elsewhere(organizations):
    """Work that another organization does, or will not do."""
    one = random.choice(random.choice(organizations)["initiatives"])
    return random.choice(one["non_goals"] + [one["title"]]).lower()


def filled(text, organization, organizations):
    of = {
        "i": lambda: initiative(organization),
        "o": lambda: objective(organization),
        "k": lambda: key_result(organization),
        "t": lambda: random.choice(organization["initiatives"])["team"],
        "p": lambda: random.choice(organization["initiatives"])["owner"].split()[0],
        "x": lambda: elsewhere(organizations),
    }
    return GAP.sub(lambda gap: of[gap.group(1)](), text)


def fill(templates, organizations):
    """(place of the organization, question), each phrasing with an organization that chance picks."""
    found = []
    for template in templates:
        place = random.randrange(len(organizations))
        text = filled(template["text"], organizations[place], organizations)
        # Nobody wrote down what it is about; fit.py learns only the intent from it.
        found.append((place, {"text": text, "intent": template["intent"], "entity": "?"}))
    return found


def telling(organizations, templates):
    """Words of many organizations' questions or of several phrasings: what else is said names something."""
    asked = collections.Counter(word for organization in organizations
                                for word in set().union(*(words(q["text"]) for q in organization["lookup_questions"])))
    phrased = collections.Counter(word for template in templates
                                  for word in words(re.sub(r"\{.\}", " ", template["text"])))
    return sorted(word for word in set(asked) | set(phrased)
                  if asked[word] >= 4 or phrased[word] >= 3 or asked[word] + phrased[word] >= 5)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", type=Path, default=HERE.parent / "target/training")
    out = arguments.parse_args().out
    random.seed(3)
    taught, kept_back = files(HERE / "organizations"), files(HERE / "organizations/kept-back")
    named = taught + kept_back
    organizations = [json.loads(file.read_text(encoding="utf-8")) for file in named]
    templates = phrasings()
    telling_words = telling(organizations, templates)
    for organization in organizations[:len(taught)]:
        # The model was taught from these, so likenesses are higher here than they will be elsewhere.
        organization["link_questions"] = []
    for place, question in fill(templates, organizations):
        organizations[place]["lookup_questions"].append(question)
    (out / "organizations").mkdir(parents=True, exist_ok=True)
    for file, organization in zip(named, organizations):
        (out / "organizations" / file.name).write_text(json.dumps(organization), encoding="utf-8")
    (out / "words.txt").write_text("\n".join(telling_words) + "\n", encoding="utf-8")
    print(len(templates), "phrasings,", len(telling_words), "words,", len(named), "organizations")


if __name__ == "__main__":
    main()
