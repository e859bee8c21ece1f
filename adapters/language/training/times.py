"""Times as people say them, for the gaps of phrasings."""
import random
import re

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
QUARTERS = "q1 q2 q3 q4".split()
WORDS = [word.lower() for word in MONTHS + DAYS + QUARTERS]
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}
GAP = re.compile(r"\{(at|in|ago|since|from|to|over|quarter|month|window)\}")


def one(*texts):
    return random.choice(texts)


def month():
    name = random.choice(MONTHS)
    return name if random.random() < 0.6 else name.lower()


def quarter():
    name = random.choice(QUARTERS)
    return name if random.random() < 0.5 else name.upper()


def year():
    return random.choice((2025, 2026))


def number():
    return one("two", "three", "2", "3", "six", "four", "90", "30")


def date():
    name, day = month(), random.randint(1, 28)
    return one(f"{name} {day}", f"{name} {day}{ENDINGS.get(day, 'th')}", f"{day} {name}",
               f"the {day}{ENDINGS.get(day, 'th')} of {name}", f"{year()}-{random.randint(1, 12):02d}-{day:02d}",
               f"{name} {day}, {year()}")


def ago():
    return one("a month ago", "a year ago", "last month", "last quarter", "last week", "last year", "a week ago", "yesterday",
               f"{number()} weeks ago", f"{number()} months ago", f"{number()} days ago", "three months ago",
               "two weeks ago", "a quarter ago", "at the start of the year", f"in {month()}", f"in {quarter()}")


def inside():
    return one(f"in {quarter()}", f"in {quarter()}", f"in {month()}", f"in {month()}", f"in {month()} {year()}",
               "last quarter", "last year", "last month", f"back in {month()}", f"in {quarter()} 2026",
               f"at the start of {quarter()}")


def at():
    return one(f"on {date()}", f"on {date()}", f"on {date()}", f"at the start of {quarter()}",
               f"at the end of {quarter()}", f"at the end of {month()}", f"at the beginning of {month()}",
               f"in {month()}", f"last {random.choice(DAYS)}", ago())


def since():
    return one(date(), month(), quarter(), "last month", "last week", "last quarter", "last year", "a month ago",
               random.choice(DAYS), random.choice(DAYS).lower(), f"last {random.choice(DAYS)}", "yesterday",
               f"{number()} weeks ago", "two months ago", "the start of the year", "the start of the quarter",
               f"the beginning of {month()}")


def start():
    return one(quarter(), month(), date(), "last quarter", "last month", "a month ago", "a year ago", "last year",
               random.choice(DAYS), "last week", "yesterday", f"the end of {month()}", f"the start of {quarter()}",
               f"{quarter()} 2026")


def end():
    return one("now", "now", "today", quarter(), month(), date(), "this quarter", "this month", "this week")


def over():
    return one("in the last week", "in the last 30 days", "in the past two weeks", "this week", "this month",
               "this quarter", "over the past month", "in the last month", "today", "yesterday",
               f"in the last {number()} days", "last week")


def during():
    return one("this quarter", "this quarter", "last quarter", "last quarter", f"in {quarter()}", f"in {quarter()} 2026",
               "", "so far", "over the quarter")


def window():
    return one("H1", "H2", "H1 2026", "H2 2026", "Q1 2027", "Q2", "Q3", "spring", "year-end")


SAID = {"at": at, "in": inside, "ago": ago, "since": since, "from": start, "to": end, "over": over,
        "quarter": during, "month": month, "window": window}


def filled(text):
    """With a time that chance picks in each gap for one."""
    said = GAP.sub(lambda gap: SAID[gap.group(1)](), text)
    return re.sub(" +", " ", said).replace(" ?", "?").strip()
