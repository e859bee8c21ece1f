package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static throughline.core.conversation.Commits.add;
import static throughline.core.conversation.Commits.move;
import static throughline.core.conversation.Commits.posting;
import static throughline.core.conversation.Commits.retitle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.TurnStore.Outcome;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Proposal;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Values;

/** What a {@link TurnStore} does. Each test begins with an empty store. */
public abstract class TurnStoreContract {
    private static final String HERE = "local:dm:p1";
    private static final Person ANA = Person.firstContact(new PersonId("p1"), "Ana Lima", Account.local("ana"));

    protected abstract TurnStore store();

    /** The same store as another process sees it. */
    protected abstract TurnStore seenByAnother();

    /** The inbox that the store's commits take tickets out of. */
    protected abstract Inbox inbox();

    /** The outbox that the store's commits put postings into. */
    protected abstract Outbox outbox();

    /** Lets time go by. */
    protected abstract void pass(Duration time) throws InterruptedException;

    @Test
    void a_new_store_has_a_history_and_nothing_in_it() {
        Snapshot fresh = store().load(HERE);
        assertEquals(Version.START, fresh.version().entry());
        assertFalse(fresh.version().history().isBlank());
        assertTrue(fresh.roadmap().isEmpty());
        assertEquals(0, fresh.people().size());
        assertEquals(Optional.empty(), fresh.dialogue());
        assertEquals(fresh.version(), seenByAnother().load(HERE).version());
    }

    @Test
    void everything_of_a_commit_is_there_at_the_next_load() {
        Outcome outcome = store().commit(Commits.on(store())
                .with(new Change.Named("Acme"), add("I1", Horizon.NOW))
                .writing(ANA)
                .leaving(HERE, new Asking("Which one?"))
                .saying(posting("m1", "Added."))
                .done());
        assertEquals(Outcome.COMMITTED, outcome);
        for (TurnStore view : List.of(store(), seenByAnother())) {
            Snapshot now = view.load(HERE);
            assertEquals("Acme", now.roadmap().organization());
            assertEquals("Bet I1", title(now.roadmap(), "I1"));
            assertEquals(
                    Commits.STAMP, now.roadmap().lastTouched(new ItemId("I1")).orElseThrow());
            assertEquals(Optional.of(ANA), now.people().find(new PersonId("p1")));
            assertEquals(Optional.of(new Asking("Which one?")), now.dialogue());
        }
        assertEquals(List.of(posting("m1", "Added.")), outbox().waiting(Duration.ZERO));
    }

    @Test
    void processes_see_each_others_changes_at_the_next_load() {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        assertEquals("Bet I1", title(seenByAnother().load(HERE).roadmap(), "I1"));
        commit(seenByAnother(), Commits.on(seenByAnother()).with(retitle("I1", "Renamed")));
        assertEquals("Renamed", title(store().load(HERE).roadmap(), "I1"));
        assertEquals(store().load(HERE).version(), seenByAnother().load(HERE).version());
    }

    @Test
    void a_roadmap_that_was_loaded_does_not_change() {
        Snapshot before = store().load(HERE);
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        store().load(HERE);
        assertTrue(before.roadmap().isEmpty());
    }

    @Test
    void a_turn_whose_basis_moved_stores_nothing() {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        Version seen = store().load(HERE).version();
        commit(seenByAnother(), Commits.on(seenByAnother()).with(retitle("I1", "Renamed")));
        String ticket = inbox().accept(InboxContract.said("d1", "rename I1")).orElseThrow();
        Outcome outcome = store().commit(Commits.on(seen)
                .answering(ticket)
                .relyingOn("I1")
                .with(retitle("I1", "Lost"), add("I2", Horizon.NOW))
                .writing(ANA)
                .leaving(HERE, new Asking("Which one?"))
                .saying(posting("m1", "Renamed."))
                .done());
        assertEquals(Outcome.MOVED, outcome);
        Snapshot now = store().load(HERE);
        assertEquals("Renamed", title(now.roadmap(), "I1"));
        assertEquals(1, now.roadmap().size());
        assertEquals(0, now.people().size());
        assertEquals(Optional.empty(), now.dialogue());
        assertEquals(List.of(), outbox().waiting(Duration.ZERO));
        assertEquals(1, inbox().waiting(Duration.ZERO).size());
    }

    @Test
    void a_turn_that_relies_on_nothing_and_records_nothing_is_stored_whatever_moved() {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        Snapshot seen = store().load(HERE);
        commit(seenByAnother(), Commits.on(seenByAnother()).with(retitle("I1", "Renamed"), move("I1", Horizon.NEXT)));
        String ticket = inbox().accept(InboxContract.said("d1", "rename I1")).orElseThrow();
        Commit excuse = Commits.on(seen.version())
                .answering(ticket)
                .saying(posting("m1", "Nothing was changed."))
                .done();
        assertEquals(Outcome.COMMITTED, store().commit(excuse));
        assertEquals(Outcome.ANSWERED, seenByAnother().commit(excuse));
        assertEquals(List.of(), inbox().waiting(Duration.ZERO));
        assertEquals(List.of(posting("m1", "Nothing was changed.")), outbox().waiting(Duration.ZERO));
        assertEquals("Renamed", title(store().load(HERE).roadmap(), "I1"));
    }

    @Test
    void a_turn_is_not_disturbed_by_what_it_did_not_rely_on() {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW), add("I2", Horizon.NOW)));
        Version seen = store().load(HERE).version();
        commit(store(), Commits.on(store()).with(retitle("I2", "Renamed")));
        commit(store(), Commits.on(seen).relyingOn("I1").with(retitle("I1", "Renamed too")));
        assertEquals("Renamed too", title(store().load(HERE).roadmap(), "I1"));
    }

    @Test
    void an_id_is_the_same_in_any_case_and_with_leading_zeros() {
        commit(store(), Commits.on(store()).with(add("I14", Horizon.NOW)));
        Version seen = store().load(HERE).version();
        commit(store(), Commits.on(store()).with(retitle("i014", "Renamed")));
        assertEquals(
                Outcome.MOVED, store().commit(Commits.on(seen).relyingOn("I14").done()));
    }

    @Test
    void what_is_in_now_is_counted_anew_when_something_comes_goes_or_moves() {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        for (Change change : List.of(
                add("I2", Horizon.NOW),
                move("I2", Horizon.LATER),
                new Change.Removed(Kind.INITIATIVE, new ItemId("I2")))) {
            Version seen = store().load(HERE).version();
            commit(store(), Commits.on(store()).with(change));
            assertEquals(
                    Outcome.MOVED,
                    store().commit(Commits.on(seen).relyingOn(Change.NOW).done()));
        }
        Version seen = store().load(HERE).version();
        commit(store(), Commits.on(store()).with(retitle("I1", "Renamed"), add("I3", Horizon.LATER)));
        commit(store(), Commits.on(seen).relyingOn(Change.NOW));
    }

    @Test
    void only_the_first_of_two_imports_into_an_empty_store_is_stored() {
        Version empty = store().load(HERE).version();
        commit(store(), Commits.on(empty).relyingOn(Change.ORIGIN).with(add("I1", Horizon.LATER)));
        Commits second = Commits.on(empty).relyingOn(Change.ORIGIN).with(add("I1", Horizon.NOW));
        assertEquals(Outcome.MOVED, seenByAnother().commit(second.done()));
    }

    @Test
    void a_person_can_be_relied_on() {
        Version empty = store().load(HERE).version();
        commit(store(), Commits.on(empty).relyingOn("@p1").writing(ANA));
        assertEquals(
                Outcome.MOVED,
                store().commit(Commits.on(empty).relyingOn("@p1").writing(ANA).done()));
    }

    @Test
    void a_person_who_was_written_again_is_seen_so_everywhere() {
        commit(store(), Commits.on(store()).writing(ANA));
        store().load(HERE);
        Person linked = ANA.with(new Account("slack", "U1"));
        commit(seenByAnother(), Commits.on(seenByAnother()).writing(linked));
        assertEquals(Optional.of(linked), store().load(HERE).people().find(new Account("slack", "U1")));
    }

    @Test
    void a_version_of_another_history_is_refused() {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        String entry = store().load(HERE).version().entry();
        Commits foreign = Commits.on(new Version("elsewhere", entry)).with(add("I2", Horizon.NOW));
        assertEquals(Outcome.MOVED, store().commit(foreign.done()));
    }

    @Test
    void a_version_that_the_log_does_not_have_is_refused() {
        Version now = store().load(HERE).version();
        Commits lost = Commits.on(new Version(now.history(), "99-7")).with(add("I1", Horizon.NOW));
        assertEquals(Outcome.MOVED, store().commit(lost.done()));
    }

    @Test
    void a_ticket_is_answered_once() {
        String ticket = inbox().accept(InboxContract.said("d1", "add a bet")).orElseThrow();
        Commits answer = Commits.on(store())
                .answering(ticket)
                .with(add("I1", Horizon.NOW))
                .saying(posting("m1", "Added."));
        commit(store(), answer);
        assertEquals(List.of(), inbox().waiting(Duration.ZERO));
        Version answered = store().load(HERE).version();
        Commits again = Commits.on(answered)
                .answering(ticket)
                .with(add("I2", Horizon.NOW))
                .saying(posting("m2", "Added."));
        assertEquals(Outcome.ANSWERED, seenByAnother().commit(again.done()));
        assertEquals(answered, store().load(HERE).version());
        assertEquals(1, outbox().waiting(Duration.ZERO).size());
    }

    @Test
    void an_answered_ticket_is_told_before_a_moved_basis() {
        String ticket = inbox().accept(InboxContract.said("d1", "add a bet")).orElseThrow();
        Version seen = store().load(HERE).version();
        Commits answer = Commits.on(seen).answering(ticket).relyingOn("I1").with(add("I1", Horizon.NOW));
        commit(store(), answer);
        assertEquals(Outcome.ANSWERED, store().commit(answer.done()));
    }

    @Test
    void a_commit_without_facts_leaves_the_version() {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        Version before = store().load(HERE).version();
        commit(store(), Commits.on(before).saying(posting("m1", "Four bets.")));
        assertEquals(before, store().load(HERE).version());
    }

    @Test
    void of_two_taps_on_one_question_the_second_is_looked_at_again() {
        commit(store(), Commits.on(store()).leaving(HERE, new Asking("Which one?")));
        Commits first = Commits.on(store()).closing(HERE);
        Commits second = Commits.on(store()).leaving(HERE, new Asking("Are you sure?"));
        assertEquals(Outcome.COMMITTED, store().commit(first.done()));
        assertEquals(Outcome.MOVED, seenByAnother().commit(second.done()));
        assertEquals(Optional.empty(), store().load(HERE).dialogue());
    }

    @Test
    void a_dialogue_belongs_to_one_conversation_until_it_is_closed() {
        commit(store(), Commits.on(store()).leaving(HERE, new Asking("Which one?")));
        assertEquals(Optional.empty(), store().load("local:#growth:p1").dialogue());
        commit(store(), Commits.on(store()).closing("local:#growth:p1"));
        assertEquals(
                Optional.of(new Asking("Which one?")),
                seenByAnother().load(HERE).dialogue());
        commit(store(), Commits.on(store()).closing(HERE));
        assertEquals(Optional.empty(), seenByAnother().load(HERE).dialogue());
    }

    @Test
    void a_dialogue_is_forgotten_after_its_lifetime_and_one_without_never() throws InterruptedException {
        String elsewhere = "local:dm:p2";
        Asking lasting = new Asking("Which one?");
        commit(store(), Commits.on(store()).leaving(elsewhere, lasting));
        commit(store(), Commits.on(store()).leaving(HERE, new Asking(Asking.PASSING)));
        Snapshot seen = store().load(HERE);
        assertEquals(Optional.of(new Asking(Asking.PASSING)), seen.dialogue());
        pass(Asking.SOON.multipliedBy(2));
        for (TurnStore view : List.of(store(), seenByAnother())) {
            assertEquals(Optional.empty(), view.load(HERE).dialogue());
            assertEquals("", view.load(HERE).mark());
            assertEquals(Optional.of(lasting), view.load(elsewhere).dialogue());
        }
        assertEquals(
                Outcome.MOVED,
                store().commit(Commits.on(store())
                        .leaving(HERE, lasting)
                        .seeing(seen)
                        .done()));
    }

    @Test
    void a_dialogue_that_follows_one_with_a_lifetime_has_its_own() throws InterruptedException {
        commit(store(), Commits.on(store()).leaving(HERE, new Asking(Asking.PASSING)));
        Asking lasting = new Asking("Which one?");
        commit(store(), Commits.on(store()).leaving(HERE, lasting));
        pass(Asking.SOON.multipliedBy(2));
        assertEquals(Optional.of(lasting), seenByAnother().load(HERE).dialogue());
    }

    @Test
    void history_is_told_from_the_newest_to_the_oldest_that_is_wanted() {
        Instant first = Commits.STAMP.at();
        for (int day = 0; day < 4; day++) {
            commit(
                    store(),
                    Commits.on(store()).at(first.plus(Duration.ofDays(day))).with(add("I" + day, Horizon.NOW)));
        }
        for (TurnStore view : List.of(store(), seenByAnother())) {
            History history = view.load(HERE).history();
            assertEquals(List.of("I3", "I2"), added(history.since(first.plus(Duration.ofDays(2)), 9)));
            assertEquals(List.of("I3", "I2", "I1"), added(history.since(Instant.EPOCH, 3)));
            assertEquals(List.of("I3", "I2", "I1", "I0"), added(history.since(Instant.EPOCH, 4)));
            assertEquals(List.of(), history.since(first.plus(Duration.ofDays(4)), 9));
        }
    }

    @Test
    void history_ends_with_the_snapshot_that_it_is_of() {
        History nothing = store().load(HERE).history();
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        History one = store().load(HERE).history();
        commit(seenByAnother(), Commits.on(seenByAnother()).with(add("I2", Horizon.NOW)));
        assertEquals(List.of(), nothing.since(Instant.EPOCH, 9));
        assertEquals(List.of("I1"), added(one.since(Instant.EPOCH, 9)));
    }

    @Test
    void a_long_history_is_told_without_a_gap() {
        for (int i = 0; i < 250; i++) {
            commit(store(), Commits.on(store()).with(add("I" + i, Horizon.LATER)));
        }
        List<String> all = added(store().load(HERE).history().since(Instant.EPOCH, 1_000));
        assertEquals(250, all.size());
        assertEquals(
                List.of("I249", "I150", "I149", "I50", "I49", "I0"),
                Stream.of(0, 99, 100, 199, 200, 249).map(all::get).toList());
    }

    @Test
    void an_import_of_thousands_is_told_without_its_facts() {
        Change[] items = IntStream.range(0, 5_000)
                .mapToObj(number -> add("I" + number, Horizon.LATER))
                .toArray(Change[]::new);
        commit(store(), Commits.on(store()).with(items));
        commit(store(), Commits.on(store()).with(add("I5000", Horizon.NOW)));
        List<ChangeSet> history = store().load(HERE).history().since(Instant.EPOCH, 9);
        assertEquals(List.of("I5000"), added(history));
        assertEquals(new ChangeSet(Commits.STAMP, Optional.empty(), List.of()), history.get(1));
    }

    @Test
    void the_history_of_an_item_has_its_own_facts_only_whatever_the_commit_had_besides() {
        Change[] items = IntStream.range(0, 3_000)
                .mapToObj(number -> add("I" + number, Horizon.LATER))
                .toArray(Change[]::new);
        commit(store(), Commits.on(store()).with(items));
        commit(store(), Commits.on(store()).with(retitle("I7", "Renamed"), retitle("I8", "Another")));
        commit(store(), Commits.on(store()).with(retitle("I8", "Other")));
        commit(store(), Commits.on(store()).with(move("i007", Horizon.NOW)));
        for (TurnStore view : List.of(store(), seenByAnother())) {
            History history = view.load(HERE).history();
            List<History.Entry> seven = history.about(new ItemId("I7"), 9);
            assertEquals(
                    List.of(
                            List.of(move("i007", Horizon.NOW)),
                            List.of(retitle("I7", "Renamed")),
                            List.of(add("I7", Horizon.LATER))),
                    seven.stream().map(entry -> entry.facts().changes()).toList());
            assertEquals(seven.subList(0, 2), history.about(new ItemId("I7"), 2));
            assertEquals(List.of(), history.about(new ItemId("I3001"), 9));
            assertEquals(
                    seven.get(0).id(), history.back(Instant.EPOCH, 1).get(0).id());
        }
    }

    @Test
    void the_history_of_an_item_ends_with_the_snapshot_that_it_is_of() {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        History one = store().load(HERE).history();
        commit(store(), Commits.on(store()).with(retitle("I1", "Renamed")));
        assertEquals(1, one.about(new ItemId("I1"), 9).size());
        assertEquals(2, store().load(HERE).history().about(new ItemId("I1"), 9).size());
    }

    @Test
    void the_roadmap_of_a_moment_is_what_was_recorded_up_to_it() {
        Instant first = Commits.STAMP.at();
        assertTrue(store().load(HERE).history().asOf(first).isEmpty());
        commit(store(), Commits.on(store()).with(new Change.Named("Acme"), add("I1", Horizon.NOW)));
        History before = store().load(HERE).history();
        commit(store(), Commits.on(store()).at(first.plusSeconds(60)).with(retitle("I1", "Renamed")));
        for (TurnStore view : List.of(store(), seenByAnother())) {
            History history = view.load(HERE).history();
            assertTrue(history.asOf(first.minusMillis(1)).isEmpty());
            assertEquals("Acme", history.asOf(first).organization());
            assertEquals("Bet I1", title(history.asOf(first.plusSeconds(59)), "I1"));
            assertEquals("Renamed", title(history.asOf(first.plusSeconds(60)), "I1"));
        }
        assertEquals("Bet I1", title(before.asOf(first.plusSeconds(60)), "I1"));
    }

    /** What any of them would be without a store, as the definition has it. */
    @Test
    void the_roadmap_of_any_of_a_thousand_moments_is_the_fold_of_the_facts_up_to_then() {
        Random random = new Random(20270104);
        Instant first = Commits.STAMP.at();
        List<ChangeSet> log = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Change[] facts = RandomFacts.some(random);
            Commit commit = Commits.on(store())
                    .at(first.plusSeconds(i * 60L))
                    .with(facts)
                    .done();
            assertEquals(Outcome.COMMITTED, store().commit(commit));
            log.add(commit.facts().orElseThrow());
            if (i % 40 == 0) {
                store().load(HERE);
            }
        }
        History history = seenByAnother().load(HERE).history();
        for (int i = 0; i < 1_000; i++) {
            Instant moment = first.plusSeconds(random.nextInt(400 * 60 + 120) - 60);
            Roadmap expected = Roadmap.empty();
            for (ChangeSet facts : log) {
                expected = facts.stamp().at().isAfter(moment) ? expected : expected.on(facts);
            }
            assertEquals(
                    expected.stream().toList(), history.asOf(moment).stream().toList(), moment.toString());
        }
    }

    @Test
    void who_is_touched_without_a_record_is_erased() {
        commit(store(), Commits.on(store()).writing(ANA));
        commit(store(), Commits.on(store()).with(new Change.PersonTouched(ANA.id())));
        for (TurnStore view : List.of(store(), seenByAnother())) {
            assertEquals(0, view.load(HERE).people().size());
            assertEquals(Optional.empty(), view.load(HERE).people().find(Account.local("ana")));
        }
    }

    @Test
    void redacted_words_are_nowhere_afterwards_and_the_rest_is_as_it_was() {
        Instant first = Commits.STAMP.at();
        ItemId bet = new ItemId("I1");
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW), add("I2", Horizon.NOW)));
        commit(store(), Commits.on(store()).at(first.plusSeconds(1)).with(retitle("I1", "Jo is ill")));
        commit(store(), Commits.on(store()).at(first.plusSeconds(2)).with(retitle("I2", "Jo is ill")));
        seenByAnother().load(HERE);
        Snapshot before = store().load(HERE);
        History.Entry source = before.history().about(bet, 1).get(0);
        Commits redacting = Commits.on(store())
                .at(first.plusSeconds(3))
                .relyingOn("I1")
                .with(new Change.Redacted(Kind.INITIATIVE, bet, source.id()));
        commit(store(), redacting);
        commit(
                seenByAnother(),
                Commits.on(seenByAnother()).at(first.plusSeconds(4)).with(move("I1", Horizon.NEXT)));
        for (TurnStore view : List.of(store(), seenByAnother())) {
            Snapshot after = view.load(HERE);
            assertEquals("[redacted]", title(after.roadmap(), "I1"));
            assertEquals("Jo is ill", title(after.roadmap(), "I2"));
            assertEquals("[redacted]", title(after.history().asOf(first.plusSeconds(1)), "I1"));
            assertEquals("Bet I1", title(after.history().asOf(first), "I1"));
            List<History.Entry> about = after.history().about(bet, 9);
            assertEquals(4, about.size());
            assertEquals(source.id(), about.get(2).id());
            assertEquals(
                    List.of(retitle("I1", "[redacted]")), about.get(2).facts().changes());
            assertEquals(5, after.history().since(Instant.EPOCH, 9).size());
        }
        assertEquals(
                Outcome.MOVED,
                store().commit(Commits.on(before.version())
                        .with(retitle("I2", "Late"))
                        .done()));
    }

    @Test
    void redacted_words_are_not_beside_the_roadmap_either() {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        commit(store(), Commits.on(store()).with(proposal("PR1", "edit I1 title: Jo is ill; size: big")));
        commit(store(), Commits.on(store()).with(proposal("PR2", "edit I9 title: All is well")));
        commit(store(), Commits.on(store()).with(retitle("I1", "Jo is ill")));
        commit(store(), Commits.on(store()).leaving("local:dm:p2", new Asking("edit I1 title: Jo is ill")));
        commit(store(), Commits.on(store()).leaving("local:dm:p3", new Asking("Which one?")));
        String source =
                store().load(HERE).history().about(new ItemId("I1"), 1).get(0).id();
        commit(store(), Commits.on(store()).with(new Change.Redacted(Kind.INITIATIVE, new ItemId("I1"), source)));
        store().finish();
        for (TurnStore view : List.of(store(), seenByAnother())) {
            assertEquals(Optional.empty(), view.load("local:dm:p2").dialogue());
            assertEquals(
                    Optional.of(new Asking("Which one?")),
                    view.load("local:dm:p3").dialogue());
            Roadmap after = view.load(HERE).roadmap();
            assertEquals(
                    "edit I1 title: [redacted]; size: big",
                    after.find(new ItemId("PR1")).orElseThrow().title());
            assertEquals(
                    "edit I9 title: All is well",
                    after.find(new ItemId("PR2")).orElseThrow().title());
        }
    }

    private static Change proposal(String id, String command) {
        return new Change.Added(Kind.PROPOSAL.item(
                new ItemId(id),
                Values.none()
                        .with(Proposal.COMMAND, command)
                        .with(Proposal.LAYER, Kind.INITIATIVE)
                        .with(Proposal.AUTHOR, ANA.id())
                        .with(Proposal.ON, LocalDate.of(2027, 1, 4))
                        .with(Proposal.STATE, Proposal.State.OPEN)));
    }

    private static List<String> added(List<ChangeSet> history) {
        return history.stream()
                .flatMap(facts -> facts.changes().stream())
                .map(change -> ((Change.Added) change).item().id().text())
                .toList();
    }

    @Test
    void two_hundred_concurrent_commits_lose_nothing() throws Exception {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW)));
        store().load(HERE);
        List<Callable<Outcome>> committers = IntStream.range(0, 200)
                .<Callable<Outcome>>mapToObj(number -> () -> {
                    TurnStore view = number % 2 == 0 ? store() : seenByAnother();
                    return view.commit(Commits.on(view)
                            .with(new Change.Listed<>(
                                    Kind.INITIATIVE, new ItemId("I1"), Initiative.CONSTRAINTS, "constraint " + number))
                            .done());
                })
                .toList();
        assertEquals(
                200,
                together(committers).stream().filter(Outcome.COMMITTED::equals).count());
        Initiative bet = store().load(HERE)
                .roadmap()
                .find(new ItemId("I1"), Initiative.class)
                .orElseThrow();
        assertEquals(200, bet.values().all(Initiative.CONSTRAINTS).size());
        assertEquals(
                title(store().load(HERE).roadmap(), "I1"),
                title(seenByAnother().load(HERE).roadmap(), "I1"));
    }

    @Test
    void who_relies_on_a_value_never_overwrites_a_newer_one() throws Exception {
        commit(store(), Commits.on(store()).with(add("I1", Horizon.NOW), retitle("I1", "0")));
        List<Callable<Outcome>> counters = IntStream.range(0, 40)
                .<Callable<Outcome>>mapToObj(number -> () -> countUp(number % 2 == 0 ? store() : seenByAnother()))
                .toList();
        together(counters);
        assertEquals("40", title(store().load(HERE).roadmap(), "I1"));
    }

    private static Outcome countUp(TurnStore view) {
        while (true) {
            Snapshot seen = view.load(HERE);
            String next = String.valueOf(Integer.parseInt(title(seen.roadmap(), "I1")) + 1);
            Commits commit = Commits.on(seen.version()).relyingOn("I1").with(retitle("I1", next));
            Outcome outcome = view.commit(commit.done());
            if (outcome == Outcome.COMMITTED) {
                return outcome;
            }
        }
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void commit(TurnStore store, Commits commit) {
        assertEquals(Outcome.COMMITTED, store.commit(commit.done()));
    }

    private static String title(Roadmap roadmap, String id) {
        return roadmap.find(id).orElseThrow().title();
    }
}
