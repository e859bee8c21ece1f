package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Input.Manner;
import throughline.core.people.Account;

class HearingTest {
    private static final Account ANA = new Account("teams", "aad-ana");

    private static Incoming heard(ObjectNode message) {
        return Hearing.message(new Arrival(message), ANA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now|now|OPEN",
                "/roadmap now|now|COMMAND",
                "/Throughline  okrs |okrs|COMMAND",
                "/roadmap|''|COMMAND",
                "/roadmaps now|/roadmaps now|OPEN",
                "roadmap now|roadmap now|OPEN",
                "<p>now&nbsp;all</p>|now all|OPEN",
                "a &lt;b&gt; &amp;amp; c|a <b> &amp; c|OPEN",
                "ask <at>Maya</at> why|ask Maya why|OPEN",
                "1 < 2 and 3 > 2|1 < 2 and 3 > 2|OPEN"
            })
    void what_is_written_is_heard_without_markup(String text, String expected, Manner manner) {
        assertEquals(
                new Input.Said(expected, manner),
                heard(Activities.message("m1", Activities.PERSONAL, text)).input());
    }

    @Test
    void the_bots_name_is_left_out_and_other_names_stay() {
        ObjectNode message = Activities.mentioning(Activities.message("m1", Activities.CHANNEL, "/roadmap now"));
        assertEquals(new Input.Said("now", Manner.COMMAND), heard(message).input());
        ObjectNode other = Activities.message("m1", Activities.CHANNEL, "<at>Tom</at> knows");
        ObjectNode mention =
                other.putArray("entities").addObject().put("type", "mention").put("text", "<at>Tom</at>");
        mention.putObject("mentioned").put("id", "29:tom");
        assertEquals(new Input.Said("Tom knows", Manner.OPEN), heard(other).input());
    }

    @Test
    void a_channel_is_told_from_its_threads() {
        Incoming incoming = heard(Activities.message("m1", Activities.CHANNEL, "now"));
        assertEquals("19:growth@thread.tacv2", incoming.place().channel());
        assertEquals(Optional.of("1700"), incoming.place().thread());
        assertEquals(
                Optional.empty(),
                heard(Activities.message("m1", Activities.GROUP, "now")).place().thread());
    }

    @Test
    void one_id_in_two_conversations_is_two_messages() {
        assertNotEquals(
                heard(Activities.message("m1", Activities.PERSONAL, "now")).delivery(),
                heard(Activities.message("m1", Activities.GROUP, "now")).delivery());
    }

    @Test
    void a_tap_is_told_by_its_button_its_person_and_its_inputs() {
        ObjectNode data = Activities.data("I12", "t9.0#1")
                .put("verb", "fill")
                .put("reason", "a, b")
                .put("krs", "O1,O2");
        data.putArray("choices").add("krs");
        data.putObject("msteams").put("type", "task/fetch");
        Incoming tap = tap("i1", data);
        assertEquals(
                new Input.Tapped("fill", "I12", "t9.0", Map.of("reason", List.of("a, b"), "krs", List.of("O1", "O2"))),
                tap.input());
        assertEquals(tap.delivery(), tap("i2", data.deepCopy()).delivery());
        assertNotEquals(
                tap.delivery(), tap("i1", data.deepCopy().put("reason", "c")).delivery());
        assertNotEquals(
                tap.delivery(), tap("i1", data.deepCopy().put("opId", "t9.0#2")).delivery());
        assertNotEquals(
                tap.delivery(),
                tap("i1", data.deepCopy().put("value", "I13")).delivery(),
                "in a message that is said anew another button takes its place");
        Arrival invoke = new Arrival(Activities.invoke("i1", Activities.PERSONAL, "x", data));
        assertNotEquals(
                tap.delivery(),
                Hearing.tap(invoke, new Account("teams", "aad-tom"), data, "").delivery());
    }

    @Test
    void an_input_called_like_what_the_button_carries_is_told_apart() {
        ObjectNode data =
                Activities.data("check-in O1-KR1", "t9.0#1").put("verb", "fill").put("field.value", "46%");
        assertEquals(
                new Input.Tapped("fill", "check-in O1-KR1", "t9.0", Map.of("value", List.of("46%"))),
                tap("i1", data).input());
    }

    @Test
    void a_card_without_our_number_is_told_by_its_invoke() {
        ObjectNode data = Json.object().put("verb", "ask").put("value", "now");
        assertNotEquals(tap("i1", data).delivery(), tap("i2", data).delivery());
        assertFalse(tap("i1", data).delivery().isEmpty());
    }

    private static Incoming tap(String id, ObjectNode data) {
        return Hearing.tap(new Arrival(Activities.invoke(id, Activities.PERSONAL, "x", data)), ANA, data, "");
    }
}
