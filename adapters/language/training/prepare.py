"""Makes what Observe looks at: organizations with phrasings filled in, and words that tell how something is asked."""
import argparse
import collections
import json
import random
import re
from pathlib import Path

import times
from organizations import HERE, files

WORD = re.compile(r"[a-z]+-?kr\d+|[a-z]\d+|[a-z0-9']+|\?")
GAP = re.compile(r"\{([iokmtpx])\}")
# No organization asks these, so each phrasing is put in several ways.
WAYS = 3
QUESTION = re.compile("(?:which|what|who|how|where|why) ")
THINGS = (" thing", " work", " stuff", " one", " project")


def words(text):
    return set(WORD.findall(text.lower().replace("’", "'")))


def phrasings(folder):
    return [json.loads(line) for file in sorted((HERE / folder).glob("*.jsonl"))
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
        "m": lambda: said(random.choice(organization["themes"])["title"]),
        "t": lambda: random.choice(organization["initiatives"])["team"],
        "p": lambda: random.choice(organization["initiatives"])["owner"].split()[0],
        "x": lambda: elsewhere(organizations),
    }
    return GAP.sub(lambda gap: of[gap.group(1)](), text)


def varied(text):
    """The same as it is typed in a hurry, or politely."""
    chance = random.random()
    if chance < 0.15:
        text = random.choice(("hey, ", "Hi, ", "quick one: ")) + text
    elif chance < 0.2 and QUESTION.match(text):
        text = "can you tell me " + text
    if not text.endswith(("?", "please", "pls", "pls?", "please?")):
        text += random.choices(("", "?", " pls"), (70, 25, 5))[0]
    return text[0].upper() + text[1:] if random.random() < 0.35 else text


def put(template, ways):
    yield template["text"]
    for _ in range(ways - 1):
        yield varied(template["text"])


def fill(templates, organizations, ways=1):
    """(place of the organization, question), each phrasing with an organization that chance picks."""
    found = []
    for template in templates:
        for text in put(template, ways):
            place = random.randrange(len(organizations))
            said_ = times.filled(filled(text, organizations[place], organizations))
            # Nobody wrote down what it is about; fit.py learns only the intent from it.
            found.append((place, {"text": said_, "intent": template["intent"], "entity": "?"}))
    return found


def telling(organizations, templates):
    """Words of many organizations' questions or of several phrasings: what else is said names something."""
    asked = collections.Counter(word for organization in organizations
                                for word in set().union(*(words(q["text"]) for q in organization["lookup_questions"])))
    phrased = collections.Counter(word for template in templates
                                  for word in words(re.sub(r"\{.*?\}", " ", template["text"])))
    return sorted(word for word in set(asked) | set(phrased) | set(times.WORDS)
                  if word in times.WORDS or asked[word] >= 4 or phrased[word] >= 3 or asked[word] + phrased[word] >= 5)


def asked_of(organizations):
    """The same without their questions, and phrasings that nothing is learned from instead."""
    alone = [{**organization, "link_questions": [], "lookup_questions": []} for organization in organizations]
    for place, question in fill(phrasings("phrasings/commands/kept-back"), organizations):
        alone[place]["lookup_questions"].append(question)
    return alone


def write(folder, files_, organizations):
    folder.mkdir(parents=True, exist_ok=True)
    for file, organization in zip(files_, organizations):
        (folder / file.name).write_text(json.dumps(organization), encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", type=Path, default=HERE.parent / "target/training")
    out = arguments.parse_args().out
    random.seed(3)
    taught, kept_back = files(HERE / "organizations"), files(HERE / "organizations/kept-back")
    named = taught + kept_back
    organizations = [json.loads(file.read_text(encoding="utf-8")) for file in named]
    templates, commands = phrasings("phrasings"), phrasings("phrasings/commands")
    telling_words = telling(organizations, templates + commands)
    for organization in organizations[:len(taught)]:
        # The model was taught from these, so likenesses are higher here than they will be elsewhere.
        organization["link_questions"] = []
    for place, question in fill(templates, organizations) + fill(commands, organizations, WAYS):
        organizations[place]["lookup_questions"].append(question)
    write(out / "organizations", named, organizations)
    (out / "words.txt").write_text("\n".join(telling_words) + "\n", encoding="utf-8")
    write(out / "kept-back", kept_back, asked_of(organizations[len(taught):]))
    print(len(templates + commands), "phrasings,", len(telling_words), "words,", len(named), "organizations")


if __name__ == "__main__":
    main()
