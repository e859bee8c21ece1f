package throughline.app.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import throughline.core.assistant.Assistant;
import throughline.core.assistant.Bot;
import throughline.core.conversation.Commit;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Speaker;
import throughline.core.data.Datum;
import throughline.core.delivery.DeadLetters;
import throughline.core.interchange.Import;
import throughline.core.interchange.RoadmapFile;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Stamp;

/** A person's direct conversation with the bot about one roadmap, on stores in memory. */
final class Conversation {
    private static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");
    private static final String ASKER = "asker";

    private final InMemoryStore store = new InMemoryStore(() -> NOW);
    private final Listening listening = new Listening();
    private final AtomicInteger ids = new AtomicInteger();
    private final Bot bot;

    /** @throws IllegalArgumentException if the roadmap has mistakes, with all of them */
    Conversation(Assistant assistant, Datum.Mapping roadmap) {
        record(roadmap);
        bot = new Bot(
                assistant,
                new Bot.Stores(store, store.inbox(), store.outbox(), DeadLetters.NONE),
                List.of(listening),
                new Bot.Surroundings(() -> NOW, this::id, attempt -> {}, Set.of()));
    }

    private void record(Datum.Mapping roadmap) {
        Import meant = RoadmapFile.read(roadmap, People.none(), this::id);
        if (!(meant instanceof Import.Understood understood)) {
            throw new IllegalArgumentException(
                    ((Import.Misread) meant).problems().toString());
        }
        store.commit(new Commit(
                Optional.empty(),
                store.load("").version(),
                Set.of(Change.ORIGIN),
                Optional.of(
                        new ChangeSet(new Stamp(NOW, PersonId.BOT, "file"), Optional.empty(), understood.changes())),
                understood.people(),
                "",
                "",
                Optional.empty(),
                List.of()));
    }

    /** The answer to a question with which a conversation begins: nothing that was said before is open. */
    Answer ask(String text) {
        String question = id();
        bot.hear(new Incoming(
                question,
                Speaker.member(Account.local(ASKER), ASKER),
                new Place(Account.LOCAL, "dm:" + question, Optional.empty(), Place.Reach.DIRECT),
                new Input.Said(text, Input.Manner.OPEN),
                ""));
        return listening.heard().orElseGet(() -> Answer.of(Intent.UNKNOWN));
    }

    private String id() {
        return "id" + ids.incrementAndGet();
    }
}
