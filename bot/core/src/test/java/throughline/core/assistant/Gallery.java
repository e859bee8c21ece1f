package throughline.core.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.card.Card;
import throughline.core.card.Extremes;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Reply;
import throughline.core.ritual.Nudge;
import throughline.core.roadmap.Acme;

/** Every card that the bot can show, with sample data. The names of a command's cards begin with its verb. */
public final class Gallery {
    /** A card that was shown, and what was open afterwards. */
    record Shown(String name, Reply reply, Optional<Dialogue> open) {}

    private Gallery() {}

    /** Name to card, in the order to look at them. */
    public static Map<String, Card> cards() {
        Map<String, Card> cards = new LinkedHashMap<>();
        conversations().forEach(shown -> {
            if (cards.put(shown.name(), shown.reply().card()) != null) {
                throw new IllegalStateException("two cards are called " + shown.name());
            }
        });
        cards.put("apology-broken", Apology.broken("7QF2"));
        cards.put("apology-busy", Apology.tooBusy());
        cards.put("apology-kept", Apology.kept());
        cards.put(
                "nudge-given-up",
                Nudge.givenUp(
                        List.of(new Nudge.Stopped(
                                Acme.roadmap().teams().toList().get(0), "the last two in #growth got no answer")),
                        Actions.ASK));
        cards.put(
                "nudges-given-up",
                Nudge.givenUp(
                        Acme.roadmap().teams().stream()
                                .map(team -> new Nudge.Stopped(team, "the last two got no answer"))
                                .toList(),
                        Actions.ASK));
        cards.put("off-topic", OffTopic.card());
        cards.put("too-long", Unreadable.tooLong("why ".repeat(10_000)));
        cards.put("another-script", Unreadable.anotherScript());
        cards.putAll(Extremes.all());
        return cards;
    }

    static List<Shown> conversations() {
        List<Shown> shown = new ArrayList<>();
        QuestionGallery questions = new QuestionGallery(shown);
        PeopleGallery people = new PeopleGallery(shown);
        EditGallery edits = new EditGallery(shown);
        RitualGallery rituals = new RitualGallery(shown);
        RequestGallery requests = new RequestGallery(shown);
        questions.horizons();
        questions.objectives();
        questions.questions();
        questions.checks();
        questions.work();
        questions.scores();
        questions.changes();
        questions.records();
        questions.history();
        questions.missing();
        people.erasure();
        questions.unanswered();
        people.identities();
        people.manners();
        questions.views();
        people.beginning();
        edits.adding();
        edits.editing();
        edits.moving();
        edits.proposing();
        edits.flagging();
        people.sharing();
        edits.gates();
        rituals.nudges();
        rituals.days();
        rituals.operating();
        requests.requesting();
        requests.deciding();
        rituals.reviewing();
        return shown;
    }
}
