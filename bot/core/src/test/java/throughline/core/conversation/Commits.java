package throughline.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Values;

/** Commits for tests, put together step by step. */
public final class Commits {
    public static final Stamp STAMP = new Stamp(Instant.parse("2027-01-04T09:30:00Z"), PersonId.BOT, "local:#growth");

    private final Version base;
    private Instant at = STAMP.at();
    private Optional<String> ticket = Optional.empty();
    private Set<String> reliedOn = Set.of();
    private final List<Change> changes = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private String conversation = "local:dm:p1";
    private final UnaryOperator<String> marks;
    private String mark;
    private Optional<Dialogue> dialogue = Optional.empty();
    private List<Posting> postings = List.of();

    private Commits(Version base, UnaryOperator<String> marks) {
        this.base = base;
        this.marks = marks;
        this.mark = marks.apply(conversation);
    }

    public static Commits on(Version base) {
        return new Commits(base, where -> "");
    }

    public static Commits on(TurnStore store) {
        return new Commits(
                store.load("local:dm:p1").version(), where -> store.load(where).mark());
    }

    public Commits answering(String inboxTicket) {
        ticket = Optional.of(inboxTicket);
        return this;
    }

    public Commits at(Instant moment) {
        at = moment;
        return this;
    }

    public Commits relyingOn(String... names) {
        reliedOn = Set.of(names);
        return this;
    }

    public Commits with(Change... facts) {
        changes.addAll(List.of(facts));
        return this;
    }

    public Commits writing(Person person) {
        people.add(person);
        return with(new Change.PersonTouched(person.id()));
    }

    public Commits leaving(String where, Dialogue state) {
        conversation = where;
        mark = marks.apply(where);
        dialogue = Optional.of(state);
        return this;
    }

    /** As who saw this a while ago. */
    public Commits seeing(Snapshot seen) {
        mark = seen.mark();
        return this;
    }

    public Commits closing(String where) {
        conversation = where;
        mark = marks.apply(where);
        dialogue = Optional.empty();
        return this;
    }

    public Commits saying(Posting... messages) {
        postings = List.of(messages);
        return this;
    }

    public Commit done() {
        Stamp stamp = new Stamp(at, STAMP.by(), STAMP.via());
        Optional<ChangeSet> facts =
                changes.isEmpty() ? Optional.empty() : Optional.of(new ChangeSet(stamp, Optional.empty(), changes));
        return new Commit(ticket, base, reliedOn, facts, people, conversation, mark, dialogue, postings);
    }

    public static Change add(String id, Horizon horizon) {
        return new Change.Added(Kind.INITIATIVE.item(
                new ItemId(id),
                Values.none().with(Initiative.TITLE, "Bet " + id).with(Initiative.HORIZON, horizon)));
    }

    public static Change retitle(String id, String title) {
        return new Change.Edited<>(
                Kind.INITIATIVE, new ItemId(id), Initiative.TITLE, Optional.empty(), Optional.of(title));
    }

    public static Change move(String id, Horizon to) {
        return new Change.Edited<>(
                Kind.INITIATIVE, new ItemId(id), Initiative.HORIZON, Optional.empty(), Optional.of(to));
    }

    public static Posting posting(String id, String payload) {
        Place place = new Place("local", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        return new Posting(id, place, "", payload, "");
    }
}
