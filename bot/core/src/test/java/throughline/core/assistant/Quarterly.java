package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import throughline.core.conversation.Commit;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.SuccessCriterion;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;

/**
 * The fourth quarter of 2026 at a small organization, in which six bets of Maya's were in Now: I1 reached its result, I2 went out for I6 and
 * missed, I3 is finished and missed, I4 is not due, I5 came in by override and has no criteria, I6 nothing measures.
 */
final class Quarterly {
    private Quarterly() {}

    /** On the morning of 17 December, two weeks before the quarter's last working day. */
    static Chat chat() {
        Chat chat = Chat.withoutRoadmap();
        at(chat, "2026-09-20T08:00:00Z");
        found(chat);
        at(chat, "2026-10-05T08:00:00Z");
        moved(chat, Acme.MAYA, "I4", Horizon.NEXT, Horizon.NOW, entry("2026-10-05", Acme.MAYA, Admission.Way.GATE, ""));
        at(chat, "2026-11-03T08:00:00Z");
        moved(chat, Acme.TOM, "I5", Horizon.NEXT, Horizon.NOW, override());
        at(chat, "2026-11-10T08:00:00Z");
        chat.record(
                Acme.MAYA,
                "more people ask for it",
                Stream.of(
                                changes("I2", Horizon.NOW, Horizon.NEXT, Optional.empty()),
                                changes(
                                        "I6",
                                        Horizon.NEXT,
                                        Horizon.NOW,
                                        Optional.of(entry("2026-11-10", Acme.MAYA, Admission.Way.SWAP, "I2"))))
                        .flatMap(List::stream)
                        .toArray(Change[]::new));
        at(chat, "2026-12-03T08:00:00Z");
        measured(chat, "O1-KR1", "57%");
        measured(chat, "O1-KR2", "63%");
        measured(chat, "O2-KR1", "1.7");
        moved(chat, Acme.MAYA, "I3", Horizon.NOW, Horizon.DONE);
        at(chat, "2026-12-17T08:30:00Z");
        return chat;
    }

    static void at(Chat chat, String moment) {
        chat.after(Duration.between(chat.now(), Instant.parse(moment)));
    }

    private static void found(Chat chat) {
        List<Change> facts = new ArrayList<>();
        facts.add(new Change.Named("Acme"));
        items().forEach(item -> facts.add(new Change.Added(item)));
        List<Person> people = Acme.people().stream().toList();
        people.forEach(person -> facts.add(new Change.PersonTouched(person.id())));
        chat.store.commit(new Commit(
                Optional.empty(),
                chat.store.load("").version(),
                Set.of(Change.ORIGIN),
                Optional.of(new ChangeSet(new Stamp(chat.now(), PersonId.BOT, "file"), Optional.empty(), facts)),
                people,
                "",
                "",
                Optional.empty(),
                List.of()));
    }

    private static List<Item> items() {
        return List.of(
                Acme.item(Kind.PRODUCT, "P1", v -> v.with(Product.NAME, "Acme Rooms")),
                Acme.item(
                        Kind.TEAM,
                        "TM1",
                        v -> v.with(Team.NAME, "Growth")
                                .with(Team.LEAD, Acme.PRIYA)
                                .with(Team.MEMBERS, List.of(Acme.PRIYA, Acme.MAYA))),
                objective("O1", "New teams reach value in their first week"),
                objective("O2", "Fewer tickets per account"),
                keyResult("O1-KR1", "O1", "7-day activation", "40%", "55%"),
                keyResult("O1-KR2", "O1", "search success", "61%", "75%"),
                keyResult("O2-KR1", "O2", "tickets per account", "1.8", "1.2"),
                keyResult("O2-KR2", "O2", "renewals", "80%", "90%"),
                bet("I1", "Guided setup", Horizon.NOW, "O1-KR1", success("7-day activation", "40%", "55%", "2026-Q4")),
                bet(
                        "I2",
                        "Invoice self-service",
                        Horizon.NOW,
                        "O2-KR1",
                        success("tickets per account", "1.8", "1.2", "2026-Q4")),
                bet("I3", "Faster search", Horizon.NOW, "O1-KR2", success("search success", "61%", "75%", "2026-Q4")),
                bet(
                        "I4",
                        "Explained bills",
                        Horizon.NEXT,
                        "O2-KR1",
                        success("tickets per account", "1.8", "1.2", "2027-Q1")),
                bet("I5", "Wall of logos", Horizon.NEXT, "O1-KR1", v -> v),
                bet("I6", "Sample projects", Horizon.NEXT, "O1-KR1", success("projects kept", "20%", "30%", "2026-Q4")),
                bet("I8", "Audit log", Horizon.NEXT, "O2-KR2", v -> v),
                Acme.bet("I9", "Tom's own", Horizon.NOW, v -> v.with(Initiative.OWNER, Acme.TOM)));
    }

    private static Item objective(String id, String title) {
        return Acme.item(Kind.OBJECTIVE, id, v -> v.with(Objective.TITLE, title).with(Objective.OWNER, Acme.MAYA));
    }

    private static Item keyResult(String id, String objective, String metric, String from, String to) {
        return Acme.item(
                Kind.KEY_RESULT,
                id,
                v -> v.with(KeyResult.OBJECTIVE, new ItemId(objective))
                        .with(KeyResult.TITLE, metric)
                        .with(KeyResult.METRIC, metric)
                        .with(KeyResult.BASELINE, from)
                        .with(KeyResult.TARGET, to)
                        .with(KeyResult.DUE, "2027-Q1"));
    }

    private static Item bet(String id, String title, Horizon horizon, String serves, UnaryOperator<Values> success) {
        LocalDate day = LocalDate.of(2026, 9, 20);
        return Acme.bet(id, title, horizon, v -> {
            Values more = success.apply(v.with(Initiative.SERVES, List.of(new ItemId(serves)))
                    .with(Initiative.CONSTRAINTS, List.of("Works with what is there"))
                    .with(Initiative.NON_GOALS, List.of("Contractors"))
                    .with(Initiative.REVIEWS, List.of(new FeasibilityReview(day, Acme.PRIYA, Optional.empty()))));
            return horizon == Horizon.NOW
                    ? more.with(
                            Initiative.ENTERED,
                            new Admission(
                                    day,
                                    Optional.empty(),
                                    Admission.Way.GATE,
                                    Optional.empty(),
                                    List.of(),
                                    Optional.empty(),
                                    Optional.of(Confidence.HIGH)))
                    : more;
        });
    }

    private static UnaryOperator<Values> success(String measure, String from, String to, String by) {
        return v -> v.with(
                Initiative.SUCCESS,
                List.of(new SuccessCriterion(
                        "Better " + measure,
                        Optional.of(measure),
                        Optional.of(from),
                        Optional.of(to),
                        Optional.of(by))));
    }

    private static Admission entry(String day, PersonId by, Admission.Way way, String instead) {
        return new Admission(
                LocalDate.parse(day),
                Optional.of(by),
                way,
                instead.isEmpty() ? Optional.empty() : Optional.of("more people ask for it"),
                List.of(),
                Optional.of(instead).filter(out -> !out.isEmpty()).map(ItemId::new),
                Optional.of(Confidence.HIGH));
    }

    private static Admission override() {
        return new Admission(
                LocalDate.of(2026, 11, 3),
                Optional.of(Acme.TOM),
                Admission.Way.OVERRIDE,
                Optional.of("the fair is in March"),
                List.of("complete success criteria"),
                Optional.empty(),
                Optional.of(Confidence.MEDIUM));
    }

    /** Moves a bet, with the record of its entry if it has one. */
    static void moved(Chat chat, PersonId by, String bet, Horizon from, Horizon to, Admission... entry) {
        chat.record(
                by, "", changes(bet, from, to, Arrays.stream(entry).findFirst()).toArray(Change[]::new));
    }

    private static List<Change> changes(String bet, Horizon from, Horizon to, Optional<Admission> entry) {
        List<Change> changes = new ArrayList<>();
        changes.add(edited(bet, Initiative.HORIZON, Optional.of(from), Optional.of(to)));
        entry.ifPresent(
                admission -> changes.add(edited(bet, Initiative.ENTERED, Optional.empty(), Optional.of(admission))));
        return changes;
    }

    private static <V> Change edited(String bet, Field<V> field, Optional<V> before, Optional<V> after) {
        return new Change.Edited<>(Kind.INITIATIVE, new ItemId(bet), field, before, after);
    }

    static void measured(Chat chat, String keyResult, String value) {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Listed<>(
                        Kind.KEY_RESULT,
                        new ItemId(keyResult),
                        KeyResult.CHECK_INS,
                        new CheckIn(
                                LocalDate.ofInstant(chat.now(), java.time.ZoneOffset.UTC),
                                value,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Acme.MAYA))));
    }
}
