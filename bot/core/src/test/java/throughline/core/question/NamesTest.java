package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.question.Names.Found;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;

class NamesTest {
    private final Names names = Names.in(Acme.roadmap());

    @ParameterizedTest
    @CsvSource({
        "I3, I3",
        "i3, I3",
        "o1-kr2, O1-KR2",
        "does I3 serve?, I3",
        "Guided setup, I3",
        "“guided setup”, I3",
        "the Guided Setup, I3",
        "Growth, TM1",
        "does the guided setup serve, I3"
    })
    void an_id_or_a_title_is_exact(String text, String id) {
        Found.One one = assertInstanceOf(Found.One.class, names.find(text));
        assertEquals(id, one.item().id().text());
        assertTrue(one.isExact());
    }

    @ParameterizedTest
    @CsvSource({
        "is invoice coming, I7",
        "the search thing, I12",
        "invoces, I7",
        "guidd setup, I3",
        "sample project, I4",
        "audit logs, I13",
        "checklist, I10"
    })
    void a_part_or_a_typo_finds_the_one_that_fits(String text, String id) {
        Found.One one = assertInstanceOf(Found.One.class, names.find(text), text);
        assertEquals(id, one.item().id().text());
        assertTrue(!one.isExact());
    }

    @Test
    void what_fits_two_is_asked_about() {
        Found.Several several = assertInstanceOf(Found.Several.class, names.find("setup"));
        assertEquals(List.of("I3", "I10"), ids(several.items()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "???", "quantum blockchain", "the of and"})
    void what_fits_nothing_finds_nothing(String text) {
        assertInstanceOf(Found.Nothing.class, names.find(text));
    }

    @Test
    void an_unknown_id_suggests_ids_that_a_slip_explains() {
        Found.Nothing nothing = assertInstanceOf(Found.Nothing.class, names.find("I15"));
        assertTrue(ids(nothing.near()).containsAll(List.of("I10", "I12")), nothing.toString());
    }

    @Test
    void only_the_wanted_kinds_are_found() {
        assertInstanceOf(Found.Nothing.class, names.only(Kind.TEAM).find("Guided setup"));
    }

    @Test
    void forty_thousand_characters_are_looked_through_in_bounded_time() {
        assertInstanceOf(Found.Nothing.class, names.find("zyx ".repeat(10_000)));
    }

    private static List<String> ids(List<Item> items) {
        return items.stream().map(item -> item.id().text()).toList();
    }
}
