package throughline.app.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import throughline.core.assistant.Assistant;
import throughline.core.assistant.Bot;
import throughline.core.card.Button;
import throughline.core.card.PlainText;
import throughline.core.conversation.Commit;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Speaker;
import throughline.core.data.Datum;
import throughline.core.delivery.DeadLetters;
import throughline.core.interchange.Import;
import throughline.core.interchange.RoadmapFile;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Stamp;

/** A chat about a roadmap that has been there for a year and was changed meanwhile; every sentence begins a conversation. */
final class Sample {
    private static final Instant IMPORTED = Instant.parse("2025-12-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");
    private static final ItemId ALERTS = new ItemId("I11");

    private final InMemoryStore store = new InMemoryStore(() -> NOW);
    private final List<Reply> heard = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Bot bot;

    /**
     * What the bot said.
     *
     * @param offers the commands of its buttons
     */
    record Said(String first, List<String> offers, boolean isRecorded) {}

    Sample(Assistant assistant, Datum.Mapping roadmap) {
        Import.Understood read = (Import.Understood) RoadmapFile.read(roadmap, People.none(), this::id);
        record(IMPORTED, read.people(), read.changes());
        moved("2026-02-20T10:00:00Z", Horizon.NEXT, Horizon.LATER);
        moved("2026-05-04T10:00:00Z", Horizon.LATER, Horizon.NEXT);
        moved("2026-08-11T10:00:00Z", Horizon.NEXT, Horizon.LATER);
        bot = new Bot(
                assistant,
                new Bot.Stores(store, store.inbox(), store.outbox(), DeadLetters.NONE),
                List.of(new Ear()),
                new Bot.Surroundings(() -> NOW, this::id, attempt -> {}, Set.of()));
    }

    private void moved(String at, Horizon from, Horizon to) {
        record(
                Instant.parse(at),
                List.of(),
                List.of(new Change.Edited<>(
                        Kind.INITIATIVE, ALERTS, Initiative.HORIZON, Optional.of(from), Optional.of(to))));
    }

    private void record(Instant at, List<Person> people, List<Change> facts) {
        store.commit(new Commit(
                Optional.empty(),
                store.load("").version(),
                Set.of(),
                Optional.of(new ChangeSet(new Stamp(at, PersonId.BOT, "file"), Optional.empty(), facts)),
                people,
                "",
                "",
                Optional.empty(),
                List.of()));
    }

    Said ask(String text) {
        int before = store.log().size();
        heard.clear();
        String question = id();
        bot.hear(new Incoming(
                question,
                Speaker.member(Account.local("maya"), "maya"),
                new Place(Account.LOCAL, "dm:" + question, Optional.empty(), Place.Reach.DIRECT),
                new Input.Said(text, Input.Manner.OPEN),
                ""));
        Reply reply = heard.get(0);
        return new Said(
                PlainText.of(reply.card()).lines().findFirst().orElse(""),
                reply.card().buttons().stream().map(Button::value).toList(),
                store.log().size() > before);
    }

    private String id() {
        return "id" + ids.incrementAndGet();
    }

    /** Keeps what the bot says. */
    private final class Ear implements Messenger {
        @Override
        public String platform() {
            return Account.LOCAL;
        }

        @Override
        public Optional<Place> direct(Account account, Place near) {
            return Optional.empty();
        }

        @Override
        public String draw(Reply reply, String id) {
            heard.add(reply);
            return id;
        }

        @Override
        public void post(Posting posting) {}
    }
}
