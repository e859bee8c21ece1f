package throughline.adapter.redis;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Commits;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Transcript.Kept;
import throughline.core.conversation.Version;
import throughline.core.data.Datum;
import throughline.core.delivery.Diary;
import throughline.core.people.Account;
import throughline.core.people.Invitation;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Preferences;
import throughline.core.people.PulseAnswer;
import throughline.core.people.Role;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** One value of everything that is stored, with every field filled. */
final class Samples {
    private static final ItemId BET = new ItemId("I1");
    private static final Place PLACE = new Place("slack", "C024", Optional.of("1712.0042"), Place.Reach.EXTERNAL);

    private static final Extent EXTENT = new Extent(17, Instant.parse("2027-01-04T09:30:00Z"));

    private Samples() {}

    /** Facts by the name of their sample. */
    static Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("named", new Change.Named("Acme “Räder” GmbH"));
        for (Kind kind : Kind.values()) {
            changes.put("added-" + kind.written(), new Change.Added(item(kind)));
        }
        changes.put(
                "edited",
                new Change.Edited<>(
                        Kind.INITIATIVE, BET, Initiative.HORIZON, Optional.of(Horizon.NEXT), Optional.of(Horizon.NOW)));
        changes.put(
                "edited-emptied",
                new Change.Edited<>(
                        Kind.INITIATIVE, BET, Initiative.WHY, Optional.of("Churn is high"), Optional.empty()));
        changes.put("listed", new Change.Listed<>(Kind.INITIATIVE, BET, Initiative.SERVES, new ItemId("O1-KR2")));
        changes.put("unlisted", new Change.Unlisted<>(Kind.INITIATIVE, BET, Initiative.NON_GOALS, "No new billing"));
        changes.put("removed", new Change.Removed(item(Kind.INITIATIVE)));
        changes.put("taken_back", new Change.TakenBack("1712-3"));
        changes.put("redacted", new Change.Redacted(Kind.INITIATIVE, BET, "1712-3"));
        changes.put("person_touched", new Change.PersonTouched(new PersonId("p7")));
        return changes;
    }

    static ChangeSet facts() {
        List<Change> changes = List.of(new Change.Named("Acme"), new Change.Removed(Kind.THEME, new ItemId("T1")));
        return new ChangeSet(Commits.STAMP, Optional.of("The board asked for it"), changes);
    }

    static Person person() {
        return new Person(
                new PersonId("p7"),
                "Ana Lima",
                Set.of(Role.values()),
                Optional.of(ZoneId.of("America/Sao_Paulo")),
                new Person.Details(Optional.of("PM"), Optional.of("Growth"), Optional.of("ana@acme.example")),
                List.of(Account.local("ana"), new Account("slack", "U024")),
                Optional.of(new Invitation("5f70bf18a086", Instant.parse("2027-01-04T12:00:00Z"))),
                new Preferences(
                        true,
                        Optional.of(LocalDate.of(2027, 1, 11)),
                        Optional.of(new Preferences.Hours(LocalTime.of(9, 0), LocalTime.of(16, 30))),
                        List.of(new Preferences.Snoozed("I4", LocalDate.of(2027, 2, 1))),
                        true),
                List.of(new PulseAnswer("PU1", Optional.empty()), new PulseAnswer("PU2", Optional.of(true))));
    }

    static Incoming said() {
        return new Incoming(
                "Ev024",
                new Speaker(new Account("slack", "U024"), "Ana Lima", Speaker.Standing.GUEST),
                PLACE,
                new Input.Said("now all", Input.Manner.COMMAND),
                "https://hooks.example/1");
    }

    static Incoming tapped() {
        Map<String, List<String>> inputs = Map.of("okr", List.of("O1", "O2"), "why", List.of("Churn is high"));
        return new Incoming(
                "Ev025",
                new Speaker(new Account("slack", "U024"), "Ana Lima", Speaker.Standing.GUEST),
                PLACE,
                new Input.Tapped("add.confirm", "I1", "1712.0043", inputs),
                "");
    }

    static Posting posting() {
        return new Posting(
                "Ev024-1", PLACE, "slack:U024", "{\"text\":\"Four bets.\"}", "https://hooks.example/1", "Ev023.0");
    }

    static Place place() {
        return PLACE;
    }

    static Kept kept() {
        return new Kept("Ev024-1", "{\"text\":\"Four bets.\"}");
    }

    static String address() {
        return "{\"serviceUrl\":\"https://smba.example/emea/\"}";
    }

    static Diary diary() {
        Instant monday = Instant.parse("2027-01-04T08:30:00Z");
        return new Diary(
                        "2027-W02",
                        List.of(new Diary.Made("2027-W01", monday, "slack:C7", "I4 steady")),
                        "nothing was new",
                        monday.plusSeconds(9))
                .telling(List.of(new Diary.Told("news:NW1", "said", monday)));
    }

    static Asking dialogue() {
        return new Asking("Which one?");
    }

    static SnapshotJson.Frozen frozen() {
        Roadmap roadmap = Roadmap.empty()
                .on(new ChangeSet(
                        Commits.STAMP,
                        Optional.empty(),
                        List.of(new Change.Named("Acme"), new Change.Added(item(Kind.TEAM)))));
        return new SnapshotJson.Frozen(new Version("h024", "1712-3"), roadmap, Optional.of(EXTENT));
    }

    static CheckpointJson.Checkpoint checkpoint() {
        return new CheckpointJson.Checkpoint("h024", EXTENT);
    }

    static String written(SnapshotJson.Frozen frozen) {
        StringWriter text = new StringWriter();
        SnapshotJson.write(frozen, text);
        return text.toString();
    }

    private static Item item(Kind kind) {
        Values values = Values.none();
        for (Field<?> field : kind.fields()) {
            values = filled(values, field);
        }
        return kind.item(new ItemId(kind.prefix() + "1"), values);
    }

    @SuppressWarnings("unchecked") // a shape's own sample is of its own type
    private static <V> Values filled(Values values, Field<V> field) {
        return values.with(field, (V) sample(field.shape(), field.key()));
    }

    private static Object sample(Shape<?> shape, String key) {
        if (shape instanceof Shape.Text) {
            return "Some " + key.replace('_', ' ');
        } else if (shape instanceof Shape.Numeric number) {
            BigDecimal half = new BigDecimal(number.whole() ? "2" : "1.50");
            return half.compareTo(number.most()) <= 0 ? half : number.least();
        } else if (shape instanceof Shape.Parsed<?> parsed) {
            String text = switch (parsed.format()) {
                case "date" -> "2026-12-31";
                case "time" -> "09:30";
                case "date-time" -> "2026-11-20T10:00:00Z";
                default -> "Europe/Berlin";
            };
            return parsed.read(Datum.text(text), References.AS_IDS).orElseThrow();
        } else if (shape instanceof Shape.Flag) {
            return true;
        } else if (shape instanceof Shape.OneOf<?> choice) {
            return choice.choices().getEnumConstants()[0];
        } else if (shape instanceof Shape.PersonRef) {
            return new PersonId("p7");
        } else if (shape instanceof Shape.ItemRef reference) {
            return new ItemId(reference.kind().prefix() + "2");
        } else if (shape instanceof Shape.Many<?> many) {
            return new ArrayList<>(List.of(sample(many.element(), key)));
        }
        return structure((Shape.Structure<?>) shape);
    }

    private static Object structure(Shape.Structure<?> shape) {
        Values values = Values.none();
        for (Field<?> field : shape.fields()) {
            values = filled(values, field);
        }
        return shape.join().apply(values);
    }
}
