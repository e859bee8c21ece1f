package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throughline.core.assistant.Assistant;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Dialogues;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

/**
 * What was ever stored stays readable. A new form gets a new version and a new sample beside the old one; what is written today
 * is put into {@code target/received} when it is not approved.
 */
class StoredFormsTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final Path RECEIVED = Path.of("target/received");
    private static final Pattern NAME = Pattern.compile("([a-z_]+)(-[a-z_]+)?-v(\\d+)\\.json");
    private static final DialogueJson DIALOGUES = new DialogueJson(dialogues());

    /** How each stored kind is read; an entry for every kind there is. */
    private static final Map<String, Function<String, Object>> READERS = readers();

    private static Dialogues dialogues() {
        return new Dialogues(Stream.concat(Asking.ALL.all().stream(), Assistant.dialogues().all().stream())
                .toList());
    }

    private static Map<String, Function<String, Object>> readers() {
        Map<String, Function<String, Object>> readers = new LinkedHashMap<>();
        readers.put("facts", FactsJson::read);
        readers.put("person", PersonJson::read);
        readers.put("incoming", IncomingJson::read);
        readers.put("posting", PostingJson::read);
        readers.put("place", text -> PlaceJson.read(Json.read(text)));
        readers.put("kept", KeptJson::read);
        readers.put("clock", ClockJson::read);
        readers.put("address", AddressJson::read);
        readers.put("diary", DiaryJson::read);
        readers.put("dialogue", DIALOGUES::read);
        readers.put("checkpoint", CheckpointJson::read);
        readers.put("snapshot", text -> SnapshotJson.read(new StringReader(text)));
        Samples.changes()
                .keySet()
                .forEach(name -> readers.put(name.replaceAll("-.*", ""), text -> ChangeJson.read(Json.read(text))));
        return readers;
    }

    /** A value and how it is written today. */
    private record Sample(Object value, String written) {}

    private static Map<String, Sample> samples() {
        Map<String, Sample> samples = new LinkedHashMap<>();
        Samples.changes()
                .forEach((name, change) -> samples.put(
                        name + (name.equals("removed") ? "-v2" : "-v1"),
                        new Sample(change, Json.write(ChangeJson.write(change)))));
        Instant noon = Instant.parse("2027-01-04T12:00:00.123456789Z");
        samples.put("facts-v1", new Sample(Samples.facts(), FactsJson.write(Samples.facts())));
        samples.put("person-v5", new Sample(Samples.person(), PersonJson.write(Samples.person())));
        samples.put("incoming-said-v2", new Sample(Samples.said(), IncomingJson.write(Samples.said())));
        samples.put("incoming-tapped-v2", new Sample(Samples.tapped(), IncomingJson.write(Samples.tapped())));
        samples.put("posting-v3", new Sample(Samples.posting(), PostingJson.write(Samples.posting())));
        Place unknown = Samples.place().with(Place.Reach.UNKNOWN);
        samples.put("place-v2", new Sample(unknown, Json.write(PlaceJson.write(unknown))));
        samples.put("kept-v1", new Sample(Samples.kept(), KeptJson.write(Samples.kept())));
        samples.put("clock-v1", new Sample(noon, ClockJson.write(noon)));
        samples.put("address-v1", new Sample(Samples.address(), AddressJson.write(Samples.address())));
        samples.put("diary-v3", new Sample(Samples.diary(), DiaryJson.write(Samples.diary())));
        samples.put("dialogue-v1", new Sample(Samples.dialogue(), DIALOGUES.write(Samples.dialogue())));
        samples.put("checkpoint-v1", new Sample(Samples.checkpoint(), CheckpointJson.write(Samples.checkpoint())));
        samples.put("snapshot-v2", new Sample(Samples.frozen(), Samples.written(Samples.frozen())));
        return samples;
    }

    @Test
    void what_is_written_today_is_what_was_approved() throws IOException {
        Map<String, String> today = new LinkedHashMap<>();
        samples().forEach((name, sample) -> today.put(name + ".json", sample.written() + "\n"));
        Files.createDirectories(RECEIVED);
        for (Map.Entry<String, String> written : today.entrySet()) {
            Files.writeString(RECEIVED.resolve(written.getKey()), written.getValue());
        }
        for (Map.Entry<String, String> written : today.entrySet()) {
            Path approved = APPROVED.resolve(written.getKey());
            assertTrue(Files.exists(approved), () -> "not approved yet: " + RECEIVED.resolve(written.getKey()));
            assertEquals(Files.readString(approved), written.getValue(), written.getKey());
        }
    }

    @Test
    void everything_ever_approved_is_read() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                assertTrue(name.matches(), file.toString());
                String text = Files.readString(file);
                assertDoesNotThrow(() -> reader(name.group(1)).apply(text), file.toString());
                assertTrue(text.startsWith("{\"kind\":\"" + name.group(1) + "\",\"v\":" + name.group(3) + ","), text);
            }
        }
    }

    @Test
    void every_dialogue_of_the_bot_has_a_sample_that_is_written_as_it_was_read() throws IOException {
        for (Dialogue.Stored<?> stored : Assistant.dialogues().all()) {
            String name = "dialogue-" + stored.name().replace('-', '_') + "-v1.json";
            String text = Files.readString(APPROVED.resolve(name));
            assertTrue(text.contains("\"name\":\"" + stored.name() + "\",\"shape\":" + stored.version() + ","), text);
            assertEquals(text, DIALOGUES.write(DIALOGUES.read(text)) + "\n");
        }
    }

    private static Function<String, Object> reader(String kind) {
        return READERS.getOrDefault(kind, text -> {
            throw new AssertionError("nothing reads " + kind);
        });
    }

    @Test
    void what_is_read_is_what_was_written() {
        samples().forEach((name, sample) -> {
            Object read = reader(name.replaceAll("-.*", "")).apply(sample.written());
            if (sample.value() instanceof SnapshotJson.Frozen frozen) {
                assertEquals(contents(frozen), contents((SnapshotJson.Frozen) read), name);
            } else {
                assertEquals(sample.value(), read, name);
            }
        });
    }

    private static List<Object> contents(SnapshotJson.Frozen frozen) {
        Roadmap roadmap = frozen.roadmap();
        return List.of(
                frozen.version(),
                frozen.extent(),
                roadmap.organization(),
                roadmap.stream().toList(),
                roadmap.find(new ItemId("TM1")).isPresent());
    }

    @Test
    void every_kind_of_fact_and_of_input_has_a_stored_form_and_a_sample() {
        List<Object> values = samples().values().stream().map(Sample::value).toList();
        assertEquals(permitted(Change.class), types(values.stream().filter(Change.class::isInstance)));
        Stream<Object> inputs =
                Stream.of(Samples.said().input(), Samples.tapped().input());
        assertEquals(
                permitted(Input.class).stream()
                        .filter(name -> !name.equals("Manner"))
                        .toList(),
                types(inputs));
    }

    private static List<String> permitted(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }

    private static List<String> types(Stream<Object> values) {
        return values.map(value -> value.getClass().getSimpleName())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void a_newer_version_is_told_by_kind_and_version() {
        for (String kind : READERS.keySet()) {
            String newer = "{\"kind\":\"" + kind + "\",\"v\":99,\"changes\":[],\"items\":[]}";
            Unreadable told = assertThrows(Unreadable.class, () -> reader(kind).apply(newer), kind);
            assertTrue(told.getMessage().contains("“" + kind + "” has version 99"), told.getMessage());
        }
    }

    @Test
    void an_unknown_kind_is_told_by_its_name() {
        for (String kind : READERS.keySet()) {
            Unreadable told = assertThrows(
                    Unreadable.class,
                    () -> reader(kind).apply("{\"kind\":\"prophecy\",\"v\":1,\"changes\":[],\"items\":[]}"),
                    kind);
            assertTrue(told.getMessage().contains("“prophecy”"), told.getMessage());
        }
    }

    @Test
    void a_newer_bots_item_field_or_dialogue_is_told() {
        Map<String, String> unknown = Map.of(
                "{\"kind\":\"removed\",\"v\":1,\"type\":\"saga\",\"id\":\"S1\"}",
                "“saga”",
                "{\"kind\":\"edited\",\"v\":1,\"type\":\"team\",\"id\":\"TM1\",\"field\":\"mood\",\"after\":\"good\"}",
                "“mood” of a team");
        unknown.forEach((text, expected) -> {
            Unreadable told = assertThrows(Unreadable.class, () -> ChangeJson.read(Json.read(text)));
            assertTrue(told.getMessage().contains(expected), told.getMessage());
        });
        String dialogue = "{\"kind\":\"dialogue\",\"v\":1,\"name\":\"asking\",\"shape\":2,\"state\":{}}";
        Unreadable told = assertThrows(Unreadable.class, () -> DIALOGUES.read(dialogue));
        assertTrue(told.getMessage().contains("“asking”, version 2"), told.getMessage());
    }

    @Test
    void what_is_no_stored_value_is_told() {
        for (String kind : READERS.keySet()) {
            for (String text : List.of("", "{", "[]", "7", "null", "{}", "{\"kind\":\"" + kind + "\"}", "{\"v\":1}")) {
                assertThrows(Unreadable.class, () -> reader(kind).apply(text), kind + " " + text);
            }
        }
    }

    @Test
    void no_class_name_is_stored() {
        String all = samples().values().stream().map(Sample::written).collect(Collectors.joining());
        assertFalse(all.contains("throughline"), all);
        assertFalse(all.contains("Change"), all);
    }
}
