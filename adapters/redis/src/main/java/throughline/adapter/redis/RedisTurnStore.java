package throughline.adapter.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Dialogues;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ItemId;

/** The log and everything that follows from turns. */
final class RedisTurnStore implements TurnStore, AutoCloseable {
    /** After how many facts a snapshot is worth writing. */
    static final int SNAPSHOT_EVERY = 500;

    private static final Logger LOG = LoggerFactory.getLogger(RedisTurnStore.class);
    private static final Script COMMIT = Script.named("commit");
    private static final String NONE = "";

    private final Redis redis;
    private final String organization;
    private final DialogueJson dialogues;
    private final Snapshots snapshots;
    private final Fold fold;
    private final AsOf asOf;
    private final Erasure erasure;

    RedisTurnStore(Redis redis, String organization, Dialogues dialogues, int snapshotEvery) {
        this.redis = redis;
        this.organization = organization;
        this.dialogues = new DialogueJson(dialogues);
        this.snapshots = new Snapshots(redis, organization, snapshotEvery);
        this.fold = new Fold(redis, organization, snapshots);
        this.asOf = new AsOf(redis, organization);
        this.erasure = new Erasure(redis, organization);
    }

    @Override
    public Snapshot load(String conversation) {
        Fold.Loaded loaded = fold.load(conversation);
        Folded state = loaded.state();
        return new Snapshot(
                state.version(),
                state.roadmap(),
                state.people(),
                new RedisHistory(redis, organization, asOf, state.version()),
                loaded.dialogue().flatMap(this::readable),
                loaded.dialogue().orElse(NONE));
    }

    /** A dialogue that a newer bot left open is none to this one: nobody is kept from talking by it. */
    private Optional<Dialogue> readable(String stored) {
        try {
            return Optional.of(dialogues.read(stored));
        } catch (Unreadable unreadable) {
            LOG.warn("An open dialogue is passed over: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Outcome commit(Commit commit) {
        List<Person> leaving = erasure.records(commit.erased());
        Outcome outcome = record(commit);
        if (outcome == Outcome.COMMITTED) {
            erasure.forget(leaving);
            if (isRedacting(commit)) {
                erasure.finish();
            }
        }
        return outcome;
    }

    /** Stores it, without what follows from that. */
    Outcome record(Commit commit) {
        // Names this very commit, so that asking again after a broken connection cannot store it twice.
        String name = UUID.randomUUID().toString();
        List<?> reply = (List<?>) redis.run(COMMIT, keys(commit, name), arguments(commit));
        return Outcome.valueOf((String) reply.get(0));
    }

    @Override
    public void finish() {
        erasure.finish();
    }

    private static boolean isRedacting(Commit commit) {
        return commit.facts().stream()
                .flatMap(facts -> facts.changes().stream())
                .anyMatch(Change.Redacted.class::isInstance);
    }

    private List<Key> keys(Commit commit, String name) {
        return List.of(
                Keys.history(organization),
                Keys.log(organization),
                Keys.touched(organization),
                Keys.inbox(organization),
                Keys.people(organization),
                Keys.dialogue(organization, commit.conversation()),
                Keys.outbox(organization),
                Keys.unsent(organization),
                Keys.committed(organization, name),
                Keys.redactions(organization));
    }

    private List<String> arguments(Commit commit) {
        List<String> arguments = new ArrayList<>(List.of(
                commit.base().history(),
                commit.base().entry(),
                commit.ticket().orElse(NONE),
                commit.facts().map(FactsJson::write).orElse(NONE),
                commit.mark(),
                commit.dialogue().map(dialogues::write).orElse(NONE),
                commit.dialogue()
                        .flatMap(Dialogue::lifetime)
                        .map(lifetime -> String.valueOf(lifetime.toMillis()))
                        .orElse(NONE),
                String.valueOf(Keys.COMMITTED_SECONDS),
                isRedacting(commit) ? "redacted" : NONE));
        addList(arguments, commit.reliedOn().stream().map(ItemId::folded));
        addList(arguments, commit.moves().stream().map(ItemId::folded).distinct());
        addList(arguments, commit.people().stream().flatMap(RedisTurnStore::written));
        addList(arguments, commit.erased().stream().map(PersonId::text));
        addList(arguments, commit.postings().stream().flatMap(RedisTurnStore::written));
        return arguments;
    }

    private static void addList(List<String> arguments, Stream<String> more) {
        List<String> list = more.toList();
        arguments.add(String.valueOf(list.size()));
        arguments.addAll(list);
    }

    private static Stream<String> written(Person person) {
        return Stream.of(person.id().text(), PersonJson.write(person));
    }

    private static Stream<String> written(Posting posting) {
        return Stream.of(posting.id(), PostingJson.write(posting));
    }

    @Override
    public void close() {
        snapshots.close();
    }
}
