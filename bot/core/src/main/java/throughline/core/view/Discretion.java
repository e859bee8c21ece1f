package throughline.core.view;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Legible;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Roadmap;

/**
 * What must not stand in a text that customers read, though somebody wrote it there: dates and windows, how sure somebody is, people
 * and the ids of items. It reads English. When in doubt it holds back: a sentence too few harms nobody.
 */
final class Discretion {
    private static final String HELD_BACK = "…";
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String DAY_OF_WEEK = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
    private static final String NTH = "(?:first|second|third|fourth|1st|2nd|3rd|4th)";
    private static final String PERIOD = "(?:quarter|half|month|week|year|sprint|release)";
    private static final String LEVEL = "(?:high|medium|low)";

    /** Dates, windows and confidence; each is looked for by itself, because they overlap. */
    private static final List<Pattern> PROMISES = Stream.of(
                    "\\d{4}[\\p{Pd}/.]\\d{1,2}[\\p{Pd}/.]\\d{1,2}",
                    "\\d{1,2}[\\p{Pd}/.]\\d{1,2}[\\p{Pd}/.](?:\\d{4}|\\d{2})\\b",
                    "\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?" + MONTH,
                    "\\b" + MONTH + "\\s+(?:the\\s+)?\\d{1,4}",
                    "\\b" + MONTH + ",?\\s+['’]?\\d{2,4}",
                    "\\b(?:by|until|till|before|in|from|since|after|for|mid|late|early|of|this|next)[\\s\\p{Pd}]+"
                            + MONTH,
                    "(?<!\\d)20\\d{2}(?!\\d)",
                    "\\b[QH][1-4](?!\\p{L})",
                    "\\b" + NTH + "\\s+(?:quarter|half)\\b",
                    "\\b(?:next|this|coming|current|following)\\s+" + PERIOD + "\\b",
                    "\\bend\\s+of\\s+(?:the\\s+|this\\s+|next\\s+)?" + PERIOD + "\\b",
                    "\\b(?:by|on|until|till|before|next|this)\\s+" + DAY_OF_WEEK + "\\b",
                    "\\btomorrow\\b",
                    "\\b" + LEVEL + "[\\s\\p{Pd}]+confidence\\b",
                    "\\bconfidence\\b\\W{0,3}(?:(?:is|of)\\W{0,3})?(?:" + LEVEL + "\\b|\\d)",
                    "\\d{1,3}\\s*%\\s+(?:sure|certain|confident|confidence)\\b")
            .map(form -> Pattern.compile(
                    form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS))
            .toList();

    /** A mention, or an address. */
    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S+");

    private static final List<Pattern> HELD =
            Stream.concat(PROMISES.stream(), Stream.of(ADDRESS)).toList();

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[-_'’.][\\p{L}\\p{M}\\p{N}]+)*", Pattern.UNICODE_CHARACTER_CLASS);

    /** First names that also begin a sentence. */
    private static final Set<String> ORDINARY = Set.of("""
            april art august autumn bill chase dawn drew faith frank grace grant guy hope joy june mark may olive page pat
            penny ray rich rob rose ruby sky sue summer victor will""".split("\\s+"));

    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST_NAME = 3;

    private final Roadmap roadmap;
    private final People people;

    Discretion(Roadmap roadmap, People people) {
        this.roadmap = roadmap;
        this.people = people;
    }

    private record Span(int from, int to) {
        boolean touches(int start, int end) {
            return from < end && start < to;
        }
    }

    /** The sentences that may be read; empty if none may. */
    Optional<String> sentences(String text, Optional<PersonId> owner) {
        String legible = Legible.text(text);
        List<Span> secrets = secrets(legible, owner);
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(legible);
        StringBuilder kept = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (isFree(secrets, start, end)) {
                kept.append(legible, start, end);
            }
            start = end;
        }
        return Optional.of(kept.toString().strip()).filter(rest -> !rest.isEmpty());
    }

    private static boolean isFree(List<Span> secrets, int start, int end) {
        return secrets.stream().noneMatch(secret -> secret.touches(start, end));
    }

    /** The line with a mark in place of what is held back. */
    String line(String text, Optional<PersonId> owner) {
        String legible = Legible.line(text);
        List<Span> secrets = secrets(legible, owner);
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < legible.length(); i++) {
            if (isFree(secrets, i, i + 1)) {
                kept.append(legible.charAt(i));
            } else if (kept.lastIndexOf(HELD_BACK) != kept.length() - 1 || kept.isEmpty()) {
                kept.append(HELD_BACK);
            }
        }
        return kept.isEmpty() ? HELD_BACK : kept.toString();
    }

    private List<Span> secrets(String text, Optional<PersonId> owner) {
        List<Span> secrets = new ArrayList<>();
        for (Pattern pattern : HELD) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                secrets.add(new Span(matcher.start(), matcher.end()));
            }
        }
        List<Span> words = words(text);
        Set<String> owned = owner.flatMap(people::find).map(Discretion::parts).orElse(Set.of());
        for (int i = 0; i < words.size(); i++) {
            Span word = words.get(i);
            if (isId(of(text, word)) || isFirstName(text, word) || owned.contains(of(text, word))) {
                secrets.add(word);
            }
            named(text, words, i).ifPresent(secrets::add);
        }
        return secrets;
    }

    private static List<Span> words(String text) {
        List<Span> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Span(matcher.start(), matcher.end()));
        }
        return words;
    }

    private static String of(String text, Span span) {
        return text.substring(span.from, span.to);
    }

    private static Set<String> parts(Person person) {
        return Set.copyOf(Stream.of(person.name().split("\\s+"))
                .filter(part -> part.length() >= SHORTEST_NAME)
                .toList());
    }

    /** A word with a number that is something's id. */
    private boolean isId(String word) {
        return word.chars().anyMatch(Character::isDigit) && roadmap.find(word).isPresent();
    }

    /** The full name of somebody, from this word on; a name of one word is a first name. */
    private Optional<Span> named(String text, List<Span> words, int first) {
        for (int last = first + 1; last < Math.min(words.size(), first + LONGEST_NAME); last++) {
            Span name = new Span(words.get(first).from, words.get(last).to);
            if (people.named(of(text, name)).isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private boolean isFirstName(String text, Span word) {
        String name = of(text, word).replaceFirst("['’]s$", "");
        boolean isName = name.length() >= SHORTEST_NAME
                && !Character.isLowerCase(name.codePointAt(0))
                && !people.firstNamed(name).isEmpty();
        return isName && !(ORDINARY.contains(name.toLowerCase(Locale.ROOT)) && begins(text, word.from));
    }

    private static boolean begins(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return before.isEmpty() || ".!?:;\n".indexOf(before.charAt(before.length() - 1)) >= 0;
    }
}
