package throughline.core.review;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Response;
import throughline.core.conversation.Scene;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Shape;

/**
 * Where somebody is in a review. Each step holds only what it is about: what was found stands among the facts, so a review goes on wherever
 * its author is, on two devices at once too, and after a restart. A step is a function: it answers everything that may be said to it.
 */
public sealed interface Walk extends Dialogue permits Opening, Judging, Explaining, Concluding {
    Field<PersonId> AUTHOR = Field.required("author", Shape.person(), "Whose review it is");
    Field<LocalDate> FROM = Field.required("from", Shape.day(), "The first day of the quarter");
    Field<ItemId> BET = Field.required("initiative", Shape.anyItem(), "What is reviewed");
    Field<Verdict> VERDICT = Field.required("verdict", Shape.oneOf(Verdict.class), "What becomes of it");
    Field<Boolean> INSTEAD = Field.required("instead", Shape.flag(), "Whether it was reviewed before");

    Set<String> PAUSE = Set.of("pause", "pause it", "later", "not now", "continue later", "cancel", "quit", "leave it");
    Set<String> BACK = Set.of("back", "go back", "previous");
    Set<String> GO_ON = Set.of("start", "go on", "yes", "ok", "okay", "sure", "resume", "let's go");
    Set<String> CLOSE = Set.of("close", "close it", "close the review", "yes", "ok", "okay", "sure", "done", "finish");

    Pattern REMIND = Pattern.compile("remind(?:\\s+me)?(?:\\s+(?:on|in))?\\s+(?<when>.+)", Pattern.CASE_INSENSITIVE);

    /** A verdict alone, or one after which a mark or a word says that what was learned follows. */
    Pattern JUDGED = Pattern.compile(
            "(?:(?:i['’]d|i would|i['’]ll|we['’]ll|we|let['’]s)\\s+)?(?:(?<keep>keep(?:\\s+(?:it|going))?)|(?<rescope>re-?\\s?scoped?)|(?<stop>stop(?:\\s+it)?|drop(?:\\s+it)?)"
                    + "|(?<done>done|finished|shipped))"
                    + "(?:(?:\\s*[,;:.!–—-]\\s*|\\s+)(?:because|we learned|learned|learnt)[:,]?\\s+(?<learned>.+)"
                    + "|\\s*[,;:.!–—-]\\s+(?<more>.+))?[.!]?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    Pattern QUESTION = Pattern.compile(
            "(?:.*\\?|(?:which|what|whats|what's|who|why|when|how|where|is|are|does|do|did|can|could|should|show|list|tell|give|has|have)\\b.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whose it is: nobody else's words or taps move it. */
    PersonId author();

    Quarter quarter();

    /** The step before. */
    Walk before(Around around);

    /** What somebody says to this step, neither leaving nor going back. */
    Outcome answered(Heard heard, Around around);

    /** What comes of whatever somebody says. */
    default Outcome step(Heard heard, Around around) {
        if (PAUSE.contains(heard.word())) {
            return new Outcome.Paused(this);
        }
        Matcher remind = REMIND.matcher(heard.text().strip());
        if (remind.matches()) {
            return new Outcome.Reminded(this, remind.group("when"));
        }
        return BACK.contains(heard.word()) ? new Outcome.On(before(around), Optional.empty()) : answered(heard, around);
    }

    /** Whether somebody who says this speaks to this step, though a command may be called so. */
    default boolean isMeant(String text) {
        String word = Heard.said(text).word();
        return PAUSE.contains(word) || BACK.contains(word);
    }

    /** Asks the same again, and says why. */
    default Outcome again(String note) {
        return new Outcome.On(this, Optional.of(note));
    }

    /** The next that is not reviewed; the end if all is. */
    static Walk next(Pack pack) {
        return pack.open().stream()
                .findFirst()
                .<Walk>map(entry -> new Judging(
                        pack.person().id(), pack.quarter(), entry.bet().id(), false))
                .orElseGet(() -> new Concluding(pack.person().id(), pack.quarter()));
    }

    /** Where somebody is who comes back. */
    static Walk at(Pack pack) {
        return pack.reviewed() == 0 ? new Opening(pack.person().id(), pack.quarter()) : next(pack);
    }

    /** What was reviewed before a step, to be said anew; the beginning if nothing was. */
    static Walk reviewedBefore(Around around, Optional<ItemId> bet) {
        Pack pack = around.pack();
        List<ItemId> before = pack.review().stream()
                .flatMap(review -> review.findings().stream())
                .map(Finding::initiative)
                .takeWhile(initiative -> !Optional.of(initiative).equals(bet))
                .filter(initiative -> pack.entry(initiative).isPresent())
                .toList();
        return before.isEmpty()
                ? new Opening(pack.person().id(), pack.quarter())
                : new Judging(pack.person().id(), pack.quarter(), before.get(before.size() - 1), true);
    }

    /** Words of days later are not meant for it. */
    @Override
    default Optional<Duration> lifetime() {
        return Optional.of(Duration.ofDays(7));
    }

    /** Whether a text that is no command is meant for this step; who asks something gets an answer to that instead. */
    default boolean takes(String text) {
        return !QUESTION.matcher(text.strip()).matches();
    }

    static Quarter quarter(LocalDate from) {
        return new Quarter(YearMonth.from(from));
    }

    /** Its answers follow from more than the scene, so {@link #step} gives them; by itself it captures nothing. */
    @Override
    default Optional<Response> on(Scene scene) {
        return Optional.empty();
    }
}
