package throughline.core.intake;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Response;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Shape;

/**
 * How far somebody has come with a request; each step holds exactly what is known by then. Nothing is filed before the last one is
 * confirmed. A step is a function: it answers everything that may be said to it, and nothing is ever lost by going back.
 */
public sealed interface Intake extends Dialogue
        permits Telling, MeetingAlike, Joining, ChoosingOkr, WithoutOkr, Estimating, ChoosingSwap, Confirming {
    Field<Session> SESSION = Field.required("session", Session.SHAPE, "Whose request it is");
    Field<Told> TOLD = Field.required("told", Told.SHAPE, "What is asked for");
    Field<Aim> AIM = Field.required("aim", Aim.SHAPE, "What it accelerates");
    Field<Guess> GUESS = Field.required("guess", Guess.SHAPE, "What is expected of it");
    Field<Trade> TRADE = Field.required("trade", Trade.SHAPE, "What goes out for it");
    Field<Later> LATER = Field.required("later", Later.SHAPE, "What was said at later steps");
    Field<List<ItemId>> ALIKE = Field.required("alike", Shape.many(Shape.anyItem()), "What looks like it");

    /** A request that nobody touched for so long is forgotten. */
    Duration LIFETIME = Duration.ofDays(14);

    /** After so many days its author is reminded, once. */
    int REMINDED_AFTER = 7;

    Set<String> CANCEL = Set.of("cancel", "stop", "never mind", "nevermind", "forget it", "quit", "leave it");
    Set<String> BACK = Set.of("back", "go back", "previous");
    /** Answers that are the names of commands too: "later" parks it. */
    Set<String> EVERYWHERE = Set.of("later", "send", "record", "join");

    Set<String> YES = Set.of("yes", "y", "yep", "ok", "okay", "sure", "yes please", "continue", "go on", "next");

    /** Whether somebody who says this speaks to whatever step is open, though a command may be called so. */
    static boolean isWord(String text) {
        String word = new Heard(text, Map.of()).word();
        return CANCEL.contains(word) || BACK.contains(word) || YES.contains(word) || EVERYWHERE.contains(word);
    }

    Session session();

    /** What its buttons are told from those of other steps by; a written constant. */
    String step();

    /** The same step in another session. */
    Intake at(Session session);

    /** The step before, with all that was said. */
    Intake before(Around around);

    /** What somebody says to this step, neither leaving nor going back. */
    Outcome answered(Heard heard, Around around);

    /** What comes of whatever somebody says. */
    default Outcome step(Heard heard, Around around) {
        if (CANCEL.contains(heard.word())) {
            return new Outcome.Left(this);
        }
        return BACK.contains(heard.word()) ? Outcome.on(before(around)) : answered(heard, around);
    }

    /** Asks again, and says why. */
    default Outcome again(String note) {
        return new Outcome.On(this, Optional.of(note));
    }

    /** What is due on a day. */
    default Due due(LocalDate today) {
        long days = ChronoUnit.DAYS.between(session().touched(), today);
        if (days >= LIFETIME.toDays()) {
            return Due.OVER;
        }
        return days >= REMINDED_AFTER && !session().reminded() ? Due.REMINDER : Due.NOTHING;
    }

    /** The same, after its author was reminded. */
    default Intake afterReminder() {
        return at(new Session(session().card(), session().author(), session().touched(), true));
    }

    /** What a request that lies about needs. */
    enum Due {
        NOTHING,
        REMINDER,
        /** It is forgotten. */
        OVER
    }

    /** Its answers follow from more than the scene, so {@link #step} gives them; by itself it captures nothing. */
    @Override
    default Optional<Response> on(Scene scene) {
        return Optional.empty();
    }

    @Override
    default Optional<Duration> lifetime() {
        return Optional.of(LIFETIME);
    }
}
