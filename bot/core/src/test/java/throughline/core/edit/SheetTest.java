package throughline.core.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Values;

class SheetTest {
    private static final Known KNOWN = new Known(Acme.roadmap(), Acme.people(), Acme.MAYA);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_form_that_is_sent_unchanged_changes_nothing(Kind kind) {
        for (int seed = 0; seed < 200; seed++) {
            Item item = kind.item(new ItemId("Z1"), new RandomValues(seed).of(kind));
            for (List<Field<?>> page : Pages.of(kind)) {
                Sheet sheet = new Sheet(KNOWN, page);
                Sheet.Read read = sheet.read(sent(sheet.asking(sheet.texts(item.values()))), item.values());
                assertEquals(Map.of(), read.problems(), "seed " + seed);
                assertEquals(List.of(), changes(read, item), "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_is_filled_in_is_what_the_facts_make_of_another_item(Kind kind) {
        for (int seed = 0; seed < 200; seed++) {
            Item from = kind.item(new ItemId("Z1"), new RandomValues(seed).of(kind));
            Item to = kind.item(new ItemId("Z1"), new RandomValues(seed + 1_000).of(kind));
            Sheet sheet = new Sheet(KNOWN, Pages.fields(kind));
            Map<String, List<String>> texts = sheet.texts(to.values());
            Sheet.Read read = sheet.anyhow(texts);
            Roadmap after =
                    Roadmap.empty().on(one(List.of(new Change.Added(from)))).on(one(changes(read, from)));
            Item edited = after.find(new ItemId("Z1")).orElseThrow();
            for (Field<?> field : Pages.fields(kind)) {
                assertTrue(Wish.asIn(to, field).isSo(edited.values()), "seed " + seed + " " + field);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_line_says_what_was_wished_or_none_is_offered(Kind kind) {
        int said = 0;
        for (int seed = 0; seed < 200; seed++) {
            Item item = kind.item(new ItemId("Z1"), new RandomValues(seed).of(kind));
            List<Wish<?>> wishes = Pages.essentials(kind).stream()
                    .<Wish<?>>map(field -> Wish.asIn(item, field))
                    .toList();
            Optional<String> line = Line.written(KNOWN, kind, wishes);
            if (line.isPresent()) {
                said++;
                Sheet.Read read = Line.of(kind, line.get()).anyhow(KNOWN, new RandomValues(seed + 7).of(kind));
                wishes.forEach(wish -> assertTrue(wish.isSo(read.in(Values.none())), line.get()));
            }
        }
        assertTrue(kind.isBeside() || said > 100, "only " + said);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_field_is_on_one_page(Kind kind) {
        List<Field<?>> fields = Pages.fields(kind);
        assertEquals(fields.size(), new HashSet<>(fields).size());
        int essentials = Pages.essentials(kind).size();
        assertTrue(kind.isBeside() || (essentials >= 3 && essentials <= 6), kind + " has " + essentials);
    }

    @Test
    void a_problem_is_told_at_its_part() {
        Sheet sheet = new Sheet(KNOWN, Pages.fields(Kind.INITIATIVE));
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("title", List.of("Guided import"));
        texts.put("horizon", List.of("soon"));
        texts.put("owner", List.of("Maia Lind"));
        texts.put("rice.reach", List.of("4,000"));
        texts.put("success.new.target", List.of("55 %"));
        texts.put("dhm.delight.score", List.of("7"));
        Sheet.Read read = sheet.read(texts, Values.none());
        assertEquals(
                "Expected one of now, next, later, done, dropped, found “soon”.",
                read.problems().get("horizon"));
        assertEquals(
                "Nobody is called “Maia Lind”; did you mean Maya Lind?",
                read.problems().get("owner"));
        assertTrue(read.problems().containsKey("rice.impact"), read.problems().toString());
        assertTrue(
                read.problems().containsKey("success.new.outcome"),
                read.problems().toString());
        assertTrue(
                read.problems().containsKey("dhm.delight.score"),
                read.problems().toString());
    }

    @Test
    void a_line_sets_adds_takes_and_empties() {
        Item item = Acme.roadmap().find("I3").orElseThrow();
        Sheet.Read read = Line.of(
                        Kind.INITIATIVE,
                        "size: big; non-goals + SSO; a free text; serves - O1-KR2; why: because; it is; theme: none")
                .read(KNOWN, item.values());
        assertEquals(Map.of(), read.problems());
        Values after = read.in(item.values());
        assertEquals(Initiative.Size.BIG, after.get(Initiative.SIZE));
        assertEquals(List.of("Contractors", "SSO; a free text"), after.all(Initiative.NON_GOALS));
        assertEquals(List.of(), after.all(Initiative.SERVES));
        assertEquals("because; it is", after.get(Initiative.WHY));
        assertTrue(after.find(Initiative.THEME).isEmpty());
    }

    @Test
    void a_slip_in_a_fields_name_is_told() {
        Sheet.Read read =
                Line.of(Kind.INITIATIVE, "why: it sells; relese: 2027-Q1").read(KNOWN, Values.none());
        assertTrue(
                read.problems().toString().contains("did you mean “release”?"),
                read.problems().toString());
    }

    private static Map<String, List<String>> sent(List<throughline.core.card.Field> fields) {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        fields.forEach(field -> inputs.put(field.id(), field.initials()));
        return inputs;
    }

    private static List<Change> changes(Sheet.Read read, Item item) {
        return read.wishes().stream().flatMap(wish -> wish.on(item).stream()).toList();
    }

    private static ChangeSet one(List<Change> changes) {
        return new ChangeSet(Acme.IMPORTED, Optional.empty(), changes);
    }
}
