package throughline.adapter.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import throughline.core.assistant.Assistant;
import throughline.core.assistant.Bot;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Heard;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Posting;
import throughline.core.delivery.DeadLetters;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;

/** The real bot with Acme's roadmap, on stores in memory. Ana, whose Slack account is T1/U1, is a PM. */
final class Office implements Listener {
    private final AtomicInteger ids = new AtomicInteger();
    final InMemoryStore store = new InMemoryStore(() -> Acme.NOW);
    private Bot bot;

    Office() {
        List<Change> facts = new ArrayList<>(Acme.facts().changes());
        Person ana = Person.firstContact(new PersonId("ana"), "Ana Ruiz", AccountIds.account("T1", "U1"))
                .with(Role.PM);
        List<Person> people =
                new ArrayList<>(Acme.people().stream().map(Office::alsoInSlack).toList());
        people.add(ana);
        people.forEach(person -> facts.add(new Change.PersonTouched(person.id())));
        store.commit(new Commit(
                Optional.empty(),
                store.load("").version(),
                Set.of(Change.ORIGIN),
                Optional.of(new ChangeSet(Acme.IMPORTED, Optional.empty(), facts)),
                people,
                "",
                "",
                Optional.empty(),
                List.of()));
    }

    /** Maya, who owns most of Acme's roadmap, is in Slack too, as T1/UMAYA. */
    private static Person alsoInSlack(Person person) {
        return person.id().equals(Acme.MAYA) ? person.with(AccountIds.account("T1", "UMAYA")) : person;
    }

    void speakThrough(Messenger messenger) {
        bot = new Bot(
                new Assistant(new WordLanguage(), new WordRecall(), new NoPhrasing()),
                new Bot.Stores(store, store.inbox(), store.outbox(), DeadLetters.NONE),
                List.of(messenger),
                new Bot.Surroundings(() -> Acme.NOW, () -> "id" + ids.incrementAndGet(), attempt -> {}, Set.of()));
    }

    @Override
    public Optional<Heard> accept(Incoming incoming) {
        return bot.accept(incoming);
    }

    @Override
    public Optional<List<Posting>> ask(Incoming incoming) {
        return bot.ask(incoming);
    }
}
