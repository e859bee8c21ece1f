package throughline.core.check.statement;

import static throughline.core.check.statement.Lexicon.ARTIFACTS;
import static throughline.core.check.statement.Lexicon.EVENTS;
import static throughline.core.check.statement.Lexicon.HAPPENING;
import static throughline.core.check.statement.Lexicon.MAKING;
import static throughline.core.check.statement.Lexicon.SHIPPING;
import static throughline.core.check.statement.Lexicon.WEAK_MAKING;

import java.util.Set;
import java.util.regex.Pattern;

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
            "relaunch");
    private static final Set<String> MADE = Set.of(
            "shipped", "released", "launched", "delivered", "built", "deployed", "implemented", "completed", "live");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "all", "our", "new", "phase", "first");
    private static final Set<String> AMOUNTS = Set.of("more", "fewer", "less");

    /** Inside a phrase they tell that it is a clause: "people judge every release". */
    private static final Set<String> INNER = Set.of("the", "every", "a", "an", "each", "our", "any", "no");

    /** "Get … out of the door", "put … live", "go live", "roll out", "set up": making in several words. */
    private static final Pattern PHRASES = Pattern.compile(
            "^(?:roll(?:ing)? out|set up|stand up|kick off|go live|build out|"
                    + "(?:get|push|bring|put|take) (?:\\S+ ){1,6}(?:out of the door|out the door|to market|live|into production)\\b).*");

    private static final Pattern CHANGE = Pattern.compile(".*\\bfrom \\S*\\d\\S*(?: \\S+)? to \\S*\\d.*");

    private Outputs() {}

    static boolean describedBy(Sentence whole) {
        Sentence sentence = whole.withoutLead();
        return !CHANGE.matcher(sentence.text()).matches()
                && (makes(sentence) || isMaking(sentence) || isThingMade(whole) || isMade(sentence));
    }

    /** "Launch new onboarding", "Build AI chatbot". */
    private static boolean makes(Sentence sentence) {
        String verb = sentence.first();
        Sentence object = sentence.from(1).phrase();
        if (AMOUNTS.contains(sentence.word(1))) {
            return false;
        }
        if (PHRASES.matcher(sentence.text()).matches() || MAKING.contains(verb)) {
            return !happens(sentence.from(1));
        }
        if (SHIPPING.contains(verb)) {
            return sentence.size() > 1 && !happens(sentence.from(1)) && !isRate(object);
        }
        if (verb.equals("complete") || verb.equals("finish")) {
            return DETERMINERS.contains(sentence.word(1));
        }
        if (EVENTS.contains(object.last())
                && Set.of("hold", "run", "host", "do", "conduct").contains(verb)) {
            return true;
        }
        if (verb.equals("hire")) {
            return isNumber(sentence.word(1));
        }
        return WEAK_MAKING.contains(verb) && makesArtifact(verb, sentence, object);
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

    /** "Ten new integrations shipped", "The new claims form is live". */
    private static boolean isMade(Sentence sentence) {
        return MADE.contains(sentence.last()) && sentence.hasAny(ARTIFACTS);
    }

    private static boolean happens(Sentence sentence) {
        return sentence.hasAny(HAPPENING);
    }

    private static boolean isRate(Sentence object) {
        return Set.of("rate", "rates", "time", "times").contains(object.last());
    }

    private static boolean isNumber(String word) {
        return word.matches("\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve");
    }
}
