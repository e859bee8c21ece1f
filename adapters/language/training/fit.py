"""Fits the bot's weights to what Observe wrote: prints figures and constants of the core, and writes phrasing.bin."""
import argparse
import collections
import json
import random
import struct
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
import torch
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from organizations import HERE, RESOURCES

# In the order of Sides.Side and of Fitness.Side.
SIDES = ["NEAREST_KEY_RESULT", "KEY_RESULTS", "NEAREST_INITIATIVE", "INITIATIVES", "TITLE", "WHY", "THEME", "NEAREST",
         "NEAREST_THREE", "NEAREST_FIVE", "ALL", "WORDS", "BEST_WORDS"]
FITNESS = ["ID", "SENTENCE_IN_TITLE", "TITLE_IN_SENTENCE", "SENTENCE_IN_ITEM", "ITEM_IN_SENTENCE", "INITIALS",
           "RAREST_WORD", "TITLE", "ITEM"]
# Judgment.signs: what tells of the best objective how sure it is, after its share and its lead.
SIGNS = ["NEAREST", "NEAREST_THREE", "NEAREST_KEY_RESULT", "ALL", "WORDS", "BEST_WORDS"]
WIDTH = 384
FOLDS = 5
# How much a meaning counts beside a run of words.
MEANING = 4
UNKNOWN = ["?"]


def read(file):
    return [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines()] if file else []


def conditional(groups, ridge, rounds=300):
    """Conditional logistic regression: groups of (questions × candidates × sides, shares that are right)."""
    groups = [(torch.tensor(x, dtype=torch.float32), torch.tensor(t, dtype=torch.float32)) for x, t in groups]
    count = sum(len(t) for _, t in groups)
    weights = torch.zeros(groups[0][0].shape[2], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=rounds, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        sum_ = sum(-(t * (x @ weights).log_softmax(1)).sum() for x, t in groups) / count + ridge * (weights ** 2).sum()
        sum_.backward()
        return sum_

    optimizer.step(loss)
    return weights.detach().numpy()


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


# Lines to objectives: Judgment


class Group:
    """The requests to one organization."""

    def __init__(self, rows):
        self.sides = np.stack([np.array(list(row["line"].values())) for row in rows])
        self.right = np.stack([[1 / len(row["expected"]) if one in row["expected"] else 0.0 for one in row["line"]]
                               for row in rows])
        self.meanings = np.array([row["v"] for row in rows])

    def has_line(self):
        return self.right.sum(1) > 0


def requests(rows):
    found = collections.defaultdict(list)
    for row in rows:
        if "line" in row:
            found[row["org"]].append(row)
    return [Group(ones) for ones in found.values()]


def found(groups, weights):
    """How often a right objective is best, and among the three best."""
    first = third = count = 0
    for group in groups:
        order = np.argsort(-(group.sides @ weights), 1)
        right = np.take_along_axis(group.right, order, 1)[group.has_line()] > 0
        first, third, count = first + right[:, 0].sum(), third + right[:, :3].any(1).sum(), count + len(right)
    return np.array([first, third]) / max(1, count)


def shown(figures):
    return "/".join(f"{figure:.3f}" for figure in figures)


def side_weights(groups, spread, ridge=3e-3):
    return conditional([(group.sides / spread, group.right) for group in groups], ridge) / spread


def signs(group, weights, direction):
    """Judgment.signs of each request's best objective, and whether it is right."""
    scores = group.sides @ weights
    order, every = np.argsort(-scores, 1), np.arange(len(scores))
    best = order[:, 0]
    shares = np.exp(scores - scores.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    sides = group.sides[every, best]
    seen = np.column_stack([
        shares[every, best],
        scores[every, best] - scores[every, order[:, 1]],
        *(sides[:, SIDES.index(name)] for name in SIGNS),
        group.meanings @ direction])
    return seen, group.right[every, best] > 0


def product_matter(groups):
    """The direction in which requests differ that serve an objective and those that serve none."""
    fitted = LogisticRegression(C=0.03, max_iter=500).fit(
        np.concatenate([group.meanings for group in groups]) * MEANING,
        np.concatenate([group.has_line() for group in groups]))
    return fitted.coef_[0] * MEANING


class Line:
    """Weights, direction of product matters, and the confidence that goes with exactly these."""

    def __init__(self, groups, spread, with_direction=True):
        def direction(ones):
            return product_matter(ones) if with_direction else np.zeros(WIDTH)

        seen, right = [], []
        # The confidence learns from the half that the weights have not seen, or it would be too sure.
        for half, other in ((groups[::2], groups[1::2]), (groups[1::2], groups[::2])):
            weights, matter = side_weights(half, spread), direction(half)
            for group in other:
                of_group, is_right = signs(group, weights, matter)
                seen.append(of_group)
                right.append(is_right)
        seen, right = np.concatenate(seen), np.concatenate(right)
        mean, deviation = seen.mean(0), seen.std(0) + 1e-9
        fitted = LogisticRegression(C=0.3, max_iter=1000).fit((seen - mean) / deviation, right)
        self.confidence = fitted.coef_[0] / deviation
        self.bias = fitted.intercept_[0] - (self.confidence * mean).sum()
        self.weights, self.direction = side_weights(groups, spread), direction(groups)

    def sure(self, groups):
        """For each request: how sure, whether the best is right, whether there is a line at all."""
        seen, right = zip(*(signs(group, self.weights, self.direction) for group in groups))
        return (sigmoid(np.concatenate(seen) @ self.confidence + self.bias), np.concatenate(right),
                np.concatenate([group.has_line() for group in groups]))


def drawn(sure, right, line, threshold):
    """Right lines of those there are, and silence of those there are not."""
    return (((sure >= threshold) & right & line).sum() / max(1, line.sum()),
            ((sure < threshold) & ~line).sum() / max(1, (~line).sum()))


def best_threshold(sure, right, line):
    return max(np.unique(np.round(sure, 2)), key=lambda threshold: sum(drawn(sure, right, line, threshold)))


def calibration(sure, right):
    """Mean distance of how sure it is from how often it is right, in ten bins."""
    bins = np.clip((sure * 10).astype(int), 0, 9)
    return sum(abs(sure[bins == one].mean() - right[bins == one].mean()) * (bins == one).mean() for one in set(bins))


def told(sure, right, line, threshold):
    lines, silent = drawn(sure, right, line, threshold)
    strict = np.quantile(sure[~line], 0.92)
    return (f"top1 {right[line].mean():.3f} right {lines:.3f} silent {silent:.3f} @{threshold:.2f} | "
            f"right at .92 silence {((sure > strict) & right & line).sum() / line.sum():.3f} (t={strict:.2f}) | "
            f"ece {calibration(sure, right):.3f}")


def fit_line(groups, check):
    """Prints figures of organizations left out in turn and of those to check with; then Judgment's constants."""
    print("requests", sum(map(len, (group.right for group in groups))), "of", len(groups), "organizations")
    for place, name in enumerate(SIDES):
        print(name, shown(found(groups, np.eye(len(SIDES))[place])), shown(found(check, np.eye(len(SIDES))[place])))
    spread = np.concatenate([group.sides.reshape(-1, len(SIDES)) for group in groups]).std(0) + 1e-9
    shuffled = list(groups)
    random.Random(1).shuffle(shuffled)
    folds = [([group for other in range(FOLDS) if other != fold for group in shuffled[other::FOLDS]],
              shuffled[fold::FOLDS]) for fold in range(FOLDS)]
    for ridge in (1e-2, 3e-3, 1e-3):
        left_out = np.mean([found(test, side_weights(rest, spread, ridge)) for rest, test in folds], 0)
        checked = found(check, side_weights(groups, spread, ridge))
        print("ridge", ridge, "left out", shown(left_out), "check", shown(checked))
    for with_direction in (False, True):
        outcomes = [Line(rest, spread, with_direction).sure(test) for rest, test in folds]
        sure, right, line = map(np.concatenate, zip(*outcomes))
        threshold = best_threshold(sure, right, line)
        fitted = Line(shuffled, spread, with_direction)
        print("direction", with_direction, "left out", told(sure, right, line, threshold))
        if check:
            print("    check", told(*fitted.sure(check), threshold))
    print_judgment(fitted, threshold)
    return fitted


def print_judgment(line, threshold):
    print("\nJudgment (all three together, they only fit each other):")
    kept = [f"    Map.entry(Side.{name}, {weight:.2f})"
            for name, weight in zip(SIDES, line.weights) if abs(weight) >= 0.05]
    print("WEIGHTS = Map.ofEntries(\n" + ",\n".join(kept) + ");")
    print("CONFIDENCE = {" + ", ".join(f"{weight:.3f}" for weight in line.confidence) + "};")
    print(f"BIAS = {line.bias:.3f};")
    print(f"Inference.DRAWN = {threshold:.2f};\n")


# What a question asks: phrasing.bin


def runs(wording):
    """As LearnedPhrasing.runs."""
    padded = ["^", *wording, "$"]
    found_runs = {" ".join(padded[start:start + length])
                  for length in (1, 2, 3) for start in range(len(padded) - length + 1)}
    found_runs.add(f"={min(len(wording), 12)}")
    found_runs.update(f"{padded[1]} .. {word}" for word in padded[2:-1])
    return dict.fromkeys(found_runs, 1)


def questions(rows):
    return [row for row in rows if "intent" in row and len(row["v"]) == WIDTH]


def intents(rows):
    return np.array([row["intent"] for row in rows])


class Phrasing:
    def __init__(self, rows):
        self.vectorizer = DictVectorizer()
        counted = self.vectorizer.fit_transform(runs(row["wording"]) for row in rows)
        self.kept = np.where(np.array((counted > 0).sum(0))[0] >= 3)[0]
        self.names = self.vectorizer.get_feature_names_out()[self.kept]

    def seen(self, rows):
        counted = self.vectorizer.transform(runs(row["wording"]) for row in rows)[:, self.kept]
        return sparse.hstack([counted, np.array([row["v"] for row in rows]) * MEANING]).tocsr()


def regression(seen, rights):
    return LogisticRegression(C=1, max_iter=300).fit(seen, rights)


def intent_figures(rows, guessed):
    rights = intents(rows)
    off = rights == "out_of_scope"
    return np.array([(guessed == rights).mean(), (guessed[off] == "out_of_scope").mean(),
                     (guessed[~off] == "out_of_scope").mean()])


def print_by_intent(rows, guessed):
    rights = intents(rows)
    for name in sorted(set(rights)):
        of = rights == name
        print("   ", name, f"{(guessed[of] == name).mean():.3f} of {of.sum()}")


def fit_phrasing(rows, check):
    phrasing = Phrasing(rows)
    seen, rights = phrasing.seen(rows), intents(rows)
    fold = fold_of(rows)
    figures = []
    for number in range(2):
        test = (fold == number) & np.array([row["entity"] != UNKNOWN for row in rows])
        guessed = regression(seen[~test], rights[~test]).predict(seen[test])
        figures.append(intent_figures([row for row, one in zip(rows, test) if one], guessed))
    print("runs", len(phrasing.names), "left out: right/off/false off", shown(np.mean(figures, 0)))
    fitted = regression(seen, rights)
    if check:
        guessed = fitted.predict(phrasing.seen(check))
        print("    check: right/off/false off", shown(intent_figures(check, guessed)))
        print_by_intent(check, guessed)
        for row, guess in zip(check, guessed):
            if guess != row["intent"]:
                print("   ", row["text"], row["intent"], "->", guess)
    return phrasing, fitted


def fold_of(rows):
    names = sorted({row["org"] for row in rows})
    return np.array([names.index(row["org"]) % FOLDS for row in rows])


def utf(text):
    return struct.pack(">H", len(text.encode())) + text.encode()


def floats(numbers):
    return np.ascontiguousarray(numbers).astype(">f4").tobytes()


def write(phrasing, fitted, words, direction, file):
    """As LearnedPhrasing.read: intents, directions, words, each run's weights in steps of a byte, product matters."""
    count = len(phrasing.names)
    weights, directions = fitted.coef_[:, :count].T, fitted.coef_[:, count:].T * MEANING
    step = float(np.abs(weights).max() / 127)
    steps = np.round(weights / step).astype(np.int8)
    telling = np.where((steps != 0).any(1))[0]
    out = b"".join([
        struct.pack(">i", len(fitted.classes_)), *(utf(name.upper()) for name in fitted.classes_),
        floats(fitted.intercept_),
        struct.pack(">i", WIDTH), floats(directions),
        struct.pack(">i", len(words)), *map(utf, words),
        struct.pack(">fi", step, len(telling)), *(utf(phrasing.names[one]) + steps[one].tobytes() for one in telling),
        floats(direction)])
    Path(file).write_bytes(out)
    print(len(out), "bytes in", Path(file).name, list(fitted.classes_))


# What a question is about: Fit


class Mention:
    def __init__(self, row):
        self.row = row
        self.items = list(row["items"])
        self.sides = np.array(list(row["items"].values()))
        self.right = np.array([float([item] == row.get("entity")) for item in self.items])

    def best(self, weights):
        return int(np.argmax(self.sides @ weights))

    def hit(self, weights):
        return self.right[self.best(weights)]

    def top(self, weights):
        """The score of the best and its lead."""
        scores = np.sort(self.sides @ weights)[::-1]
        return [scores[0], scores[0] - (scores[1] if len(scores) > 1 else 0)]


def mentions(rows):
    return [Mention(row) for row in rows if row["items"] and row["entity"] and row["entity"] != UNKNOWN]


def nothing_meant(rows):
    """Asked whether something is on the roadmap that is not."""
    return [Mention(row) for row in rows if row.get("intent") == "on_roadmap" and not row["entity"] and row["items"]]


def not_mentioned(rows):
    """Requests tell of work in their own words; none of them means an item."""
    return [Mention(row) for row in rows if "line" in row and row.get("items")]


def item_weights(ones):
    return conditional([(one.sides[None], one.right[None]) for one in ones if one.right.sum()], 1e-3)


def fit_items(rows, check):
    meant, check_meant = mentions(questions(rows)), mentions(questions(check))
    print("\nentities", len(meant), "not among candidates", sum(not one.right.sum() for one in meant))
    fold = fold_of([one.row for one in meant])
    for number in range(2):
        weights = item_weights([one for one, place in zip(meant, fold) if place != number])
        print("left out", round(np.mean([one.hit(weights) for one, place in zip(meant, fold) if place == number]), 3))
    weights = item_weights(meant)
    if check_meant:
        print("    check", round(np.mean([one.hit(weights) for one in check_meant]), 3))
        for one in check_meant:
            if not one.hit(weights):
                print("   ", one.row["text"], one.row["entity"], "->", one.items[one.best(weights)])
    sure = sureness(weights, meant, nothing_meant(questions(rows)), not_mentioned(rows))
    if check_meant:
        print_check(weights, sure, check_meant, questions(check), check)
    print_fit(weights, sure)


def sureness(weights, meant, nothing, requests_):
    """A regression over score and lead; what is asked of something that is not there counts more, it is rare."""
    kinds = [(meant, 1.0), (nothing, 3.0), (requests_, 0.3)]
    tops = [[one.top(weights) for one in ones] for ones, _ in kinds]
    fitted = LogisticRegression(C=10).fit(
        np.concatenate([top for top in tops if top]),
        np.concatenate([[one.hit(weights) for one in meant], np.zeros(len(nothing) + len(requests_))]),
        sample_weight=np.concatenate([np.full(len(ones), weight) for ones, weight in kinds]))
    for threshold in (0.3, 0.4, 0.5, 0.6):
        kept, empty, free = ([fitted.predict_proba(top)[:, 1] >= threshold if top else np.array([]) for top in tops])
        print(threshold, "entities kept", share(kept), "null kept null", share(~empty.astype(bool)),
              "requests not an entity", share(~free.astype(bool)))
    return fitted


def share(of):
    return round(float(np.mean(of)), 3) if len(of) else "none"


def print_check(weights, sure, meant, asked, rows):
    def of(ones):
        return sure.predict_proba([one.top(weights) for one in ones])[:, 1] if ones else np.array([])

    on_roadmap = [Mention(row) for row in asked if row["intent"] == "on_roadmap" and row["items"]]
    print("    check", [(one.row["text"], round(float(chance), 2), one.row["entity"])
                        for one, chance in zip(on_roadmap, of(on_roadmap))])
    print("    check: entities less sure than .5:", int((of(meant) < 0.5).sum()), "of", len(meant),
          "requests taken for an entity", share(of(not_mentioned(rows)) >= 0.5))


def print_fit(weights, sure):
    print("\nFit:")
    kept = [f"    Side.{name}, {weight:.2f}" for name, weight in zip(FITNESS, weights) if abs(weight) >= 0.05]
    print("WEIGHTS = Map.of(\n" + ",\n".join(kept) + ");")
    print(f"BIAS = {sure.intercept_[0]:.3f};\nSCORE = {sure.coef_[0][0]:.3f};\nLEAD = {sure.coef_[0][1]:.3f};")


def main():
    made = HERE.parent / "target/training"
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--observed", default=made / "observed.jsonl")
    arguments.add_argument("--words", type=Path, default=made / "words.txt")
    arguments.add_argument("--check", help="what Observe wrote of other organizations, to print figures for")
    arguments.add_argument("--out", default=RESOURCES / "phrasing.bin")
    given = arguments.parse_args()
    rows, check = read(given.observed), read(given.check)
    line = fit_line(requests(rows), requests(check))
    phrasing, fitted = fit_phrasing(questions(rows), questions(check))
    write(phrasing, fitted, given.words.read_text(encoding="utf-8").split("\n")[:-1], line.direction, given.out)
    fit_items(rows, check)


if __name__ == "__main__":
    main()
