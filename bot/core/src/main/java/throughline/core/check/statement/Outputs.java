package throughline.core.check.statement;

import static throughline.core.check.statement.Lexicon.ARTIFACTS;
import static throughline.core.check.statement.Lexicon.CHANGING;
import static throughline.core.check.statement.Lexicon.EVENTS;
import static throughline.core.check.statement.Lexicon.GOODS;
import static throughline.core.check.statement.Lexicon.HAPPENING;
import static throughline.core.check.statement.Lexicon.MAKING;
import static throughline.core.check.statement.Lexicon.MEASURES;
import static throughline.core.check.statement.Lexicon.PARTS;
import static throughline.core.check.statement.Lexicon.SHIPPING;
import static throughline.core.check.statement.Lexicon.WEAK_MAKING;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Output or outcome: "Teams set OKRs that describe output (ship feature X) rather than outcomes" ("Closing the
 * Strategy-Execution Gap", Common Failures).
 */
final class Outputs {
    private static final Set<String> MAKING_NOUNS = Set.of(
            "launch",
            "rollout",
            "roll-out",
            "delivery",
            "completion",
            "release",
            "introduction",
            "implementation",
            "migration",
            "creation",
            "development",
            "go-live",
            "deployment",
            "redesign",
            "integration",
            "relaunch",
            "alpha",
            "beta",
            "ga",
            "mvp",
            "poc",
            "pilot",
            "prototype",
            "rewrite",
            "upgrade",
            "overhaul",
            "cut-over",
            "cutover");
    private static final Set<String> MADE = Set.of(
            "shipped", "released", "launched", "delivered", "built", "deployed", "implemented", "completed", "live");
    private static final Set<String> WHERE = Set.of("to", "in", "for", "on", "across", "with", "at", "and");

    /** Before the end of making there may be a copula, but no other verb. */
    private static final Set<String> INNER_VERBS = HAPPENING.stream()
            .filter(verb -> !Set.of("is", "are", "was", "were", "has", "have").contains(verb))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "all", "our", "new", "phase", "first");
    private static final Map<String, String> IRREGULAR = Map.of("built", "build", "written", "write", "wrote", "write");

    /** What is added, but not made. */
    private static final Set<String> GAINED = Stream.concat(
                    MEASURES.stream(),
                    Stream.of(
                            "value",
                            "trust",
                            "delight",
                            "clients",
                            "accounts",
                            "logos",
                            "members",
                            "clinics",
                            "partners",
                            "hours",
                            "minutes",
                            "people",
                            "seats",
                            "capacity",
                            "markets"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> RAISING =
            Set.of("increase", "grow", "raise", "boost", "double", "maximize", "accelerate", "lift");
    private static final Set<String> MEANS = Set.of("a", "an", "new", "better", "smart");
    private static final Set<String> AMOUNTS = Set.of("more", "fewer", "less");

    /** Inside a phrase they tell that it is a clause: "people judge every release". */
    private static final Set<String> INNER = Set.of("the", "every", "a", "an", "each", "our", "any", "no");

    /** "Get … out of the door", "put … live", "go live", "roll out", "set up": making in several words. */
    private static final Pattern PHRASES = Pattern.compile(
            "^(?:roll(?:ing)? out|set(?:ting)? up|stand(?:ing)? up|kick(?:ing)? off|go(?:ing)? live|build(?:ing)? out|"
                    + "push(?:ing)? out|spin(?:ning)? up|put in place|"
                    + "(?:get|push|bring|put|take) (?:\\S+ ){1,6}(?:out of the door|out the door|to market|live|into production)\\b).*");

    private static final Pattern VERSION = Pattern.compile("v\\d+(?:\\.\\d+)*|\\d\\.\\d+");

    private static final Pattern NUMBER = Pattern.compile("\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve");

    private static final Pattern CHANGE = Pattern.compile("\\bfrom \\S*\\d\\S*(?: \\S+)? to \\S*\\d");

    private Outputs() {}

    static boolean describedBy(Sentence whole) {
        Sentence sentence = whole.withoutLead();
        return !CHANGE.matcher(sentence.text()).find()
                && (makes(sentence)
                        || isMaking(sentence)
                        || isVersion(whole)
                        || isThingMade(whole)
                        || isMade(sentence)
                        || isChangeByMaking(sentence));
    }

    /** "Launch new onboarding", "Build AI chatbot". */
    private static boolean makes(Sentence sentence) {
        String verb = verb(sentence);
        Sentence object = object(sentence);
        if (AMOUNTS.contains(sentence.word(1))) {
            return false;
        }
        if (PHRASES.matcher(sentence.text()).matches() || MAKING.contains(verb)) {
            return !happens(sentence.from(1));
        }
        if (SHIPPING.contains(verb)) {
            return sentence.size() > 1
                    && (verb.equals(sentence.first()) || DETERMINERS.contains(sentence.word(1)))
                    && !happens(sentence.from(1))
                    && !isRate(object)
                    && !GOODS.contains(head(object).last());
        }
        if (verb.equals("complete") || verb.equals("finish")) {
            return DETERMINERS.contains(sentence.word(1));
        }
        if (EVENTS.contains(object.last())
                && Set.of("hold", "run", "host", "do", "conduct").contains(verb)) {
            return true;
        }
        if (verb.equals("add")) {
            return !object.isEmpty() && !isNumber(object.first()) && !object.hasAny(GAINED) && !happens(object);
        }
        if (verb.equals("hire")) {
            return isNumber(sentence.word(1));
        }
        return WEAK_MAKING.contains(verb) && makesArtifact(verb, sentence, object);
    }

    /** "Launch", of "launch", "launching" and "launched the". */
    private static String verb(Sentence sentence) {
        String first = sentence.first();
        boolean isParticiple = first.endsWith("ed") || IRREGULAR.containsKey(first);
        boolean isMeant = !isParticiple || DETERMINERS.contains(sentence.word(1));
        return isMeant ? Lexicon.verb(IRREGULAR.getOrDefault(first, first)) : first;
    }

    /** What the verb is about, without "up", "out" and the like that belong to the verb. */
    private static Sentence object(Sentence sentence) {
        return sentence.from(1).withoutParticle().phrase();
    }

    /** "Parcels", of "parcels the same day". */
    private static Sentence head(Sentence object) {
        return object.before((int) IntStream.range(1, object.size())
                        .takeWhile(index -> !INNER.contains(object.word(index)))
                        .count()
                + 1);
    }

    /** "Improve the dashboard by adding filters", "Boost engagement through a new portal", "Ship more features". */
    private static boolean isChangeByMaking(Sentence sentence) {
        if (!CHANGING.contains(sentence.first())) {
            return false;
        }
        int end = sentence.from(1).phrase().size() + 1;
        Sentence means = sentence.from(end + 1);
        return switch (sentence.word(end)) {
                    case "by" -> isGerund(means.first()) && makes(means);
                    case "through", "via" -> ARTIFACTS.contains(means.phrase().last());
                    case "with" ->
                        ARTIFACTS.contains(means.phrase().last())
                                || means.hasAny(PARTS)
                                || (ARTIFACTS.contains(sentence.word(end - 1)) && MEANS.contains(means.first()));
                    default -> Activities.countedBy(sentence.from(1));
                }
                || (RAISING.contains(sentence.first()) && Activities.countedBy(sentence.from(1)));
    }

    private static boolean isGerund(String word) {
        return word.endsWith("ing") && !Lexicon.verb(word).equals(word);
    }

    private static boolean makesArtifact(String verb, Sentence sentence, Sentence object) {
        if (verb.equals("make") || verb.equals("get") || verb.equals("bring") || verb.equals("put")) {
            return object.hasAny(ARTIFACTS) && object.hasAny(Set.of("available"));
        }
        boolean ofPeople = sentence.word(object.size() + 1).equals("to") && verb.equals("enable");
        return !ofPeople && object.hasAny(ARTIFACTS) && ends(object, sentence);
    }

    /** Whether the thing made is the artifact itself: "a partner portal", "a design system and a library", not "app users". */
    private static boolean ends(Sentence object, Sentence sentence) {
        return ARTIFACTS.contains(object.last())
                || isNumber(object.last())
                || sentence.text().contains(" and ")
                || object.words().stream().skip(Math.max(0, object.size() - 2)).anyMatch(ARTIFACTS::contains);
    }

    /** "Launch of the customer dashboard". */
    private static boolean isMaking(Sentence sentence) {
        return MAKING_NOUNS.contains(sentence.first()) && sentence.word(1).equals("of") && !happens(sentence.from(2));
    }

    /** "New onboarding wizard", "Self-service portal for suppliers". */
    private static boolean isThingMade(Sentence sentence) {
        Sentence phrase = sentence.phrase();
        return phrase.size() > (phrase.first().equals("a") ? 2 : 1)
                && phrase.words().stream().skip(1).noneMatch(INNER::contains)
                && !phrase.first().equals("nobody")
                && ARTIFACTS.contains(phrase.last())
                && !happens(sentence)
                && !AMOUNTS.contains(sentence.first())
                && !Lexicon.CHANGING.contains(sentence.first())
                && !Lexicon.COMPARATIVES.contains(sentence.first())
                && !WEAK_MAKING.contains(sentence.first());
    }

    /** "Checkout v2", "Onboarding 2.0". */
    private static boolean isVersion(Sentence sentence) {
        return sentence.size() > 1
                && VERSION.matcher(sentence.last()).matches()
                && ARTIFACTS.contains(sentence.word(sentence.size() - 2))
                && !happens(sentence);
    }

    /** "Ten new integrations shipped", "The new claims form is live". */
    private static boolean isMade(Sentence sentence) {
        return IntStream.range(1, sentence.size())
                .filter(index -> MADE.contains(sentence.word(index)) && endsState(sentence, index))
                .mapToObj(sentence::before)
                .anyMatch(
                        made -> made.hasAny(ARTIFACTS) && made.words().stream().noneMatch(INNER_VERBS::contains));
    }

    /** Nothing follows but where and to whom: "released to partners", "live in three markets". */
    private static boolean endsState(Sentence sentence, int index) {
        return index == sentence.size() - 1 || WHERE.contains(sentence.word(index + 1));
    }

    private static boolean happens(Sentence sentence) {
        return sentence.hasAny(HAPPENING);
    }

    private static boolean isRate(Sentence object) {
        return Set.of("rate", "rates", "time", "times").contains(object.last());
    }

    private static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }
}
