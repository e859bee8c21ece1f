package throughline.core.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.data.Datum;
import throughline.core.data.Datum.Scalar;
import throughline.core.data.Spot;

/** What every {@link Documents} does; spoken in JSON, which is YAML too. */
public abstract class DocumentsContract {
    protected abstract Documents documents();

    protected final Datum tree(String text) {
        return assertInstanceOf(
                        Documents.Tree.class, documents().yaml(text), () -> "expected a tree from " + clipped(text))
                .root();
    }

    protected final List<Problem> problems(String text) {
        return assertInstanceOf(
                        Documents.Broken.class, documents().yaml(text), () -> "expected problems in " + clipped(text))
                .problems();
    }

    private static String clipped(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }

    private static Scalar scalar(Datum root, String key) {
        return (Scalar) ((Datum.Mapping) root).get(key).orElseThrow();
    }

    @Test
    void every_value_knows_its_line_and_column() {
        Datum root = tree("{\n  \"org\": \"Acme\",\n  \"list\": [1,\n    true]\n}");
        assertEquals(new Spot(1, 1), root.spot());
        assertEquals(new Scalar("Acme", Scalar.Type.TEXT, new Spot(2, 10)), scalar(root, "org"));
        Datum.Sequence list = assertInstanceOf(
                Datum.Sequence.class, ((Datum.Mapping) root).get("list").orElseThrow());
        assertEquals(
                List.of(
                        new Scalar("1", Scalar.Type.NUMBER, new Spot(3, 12)),
                        new Scalar("true", Scalar.Type.FLAG, new Spot(4, 5))),
                list.elements());
    }

    @Test
    void text_in_quotes_stays_text_and_figures_stay_as_they_are_written() {
        Datum root = tree("{\"a\": \"55\", \"b\": 0.40, \"c\": \"true\", \"d\": -1e3}");
        assertEquals(Scalar.Type.TEXT, scalar(root, "a").type());
        assertEquals("0.40", scalar(root, "b").text());
        assertEquals(Scalar.Type.TEXT, scalar(root, "c").type());
        assertEquals(Scalar.Type.NUMBER, scalar(root, "d").type());
    }

    @Test
    void a_key_with_null_is_as_good_as_absent() {
        assertTrue(((Datum.Mapping) tree("{\"a\": null}")).get("a").isEmpty());
    }

    @Test
    void escapes_mean_what_json_says() {
        assertEquals(
                "é \"x\"\n/",
                scalar(tree("{\"a\": \"\\u00e9 \\\"x\\\"\\n\\/\"}"), "a").text());
    }

    @Test
    void keys_keep_their_order_and_a_repeated_key_stays_twice() {
        Datum.Mapping root = (Datum.Mapping) tree("{\"b\": 1, \"a\": 2, \"b\": 3}");
        assertEquals(
                List.of("b", "a", "b"),
                root.entries().keySet().stream().map(Scalar::text).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "{\"a\": ", "[1, 2", "{\"a\": \"b", "[1] 2", "{\"a\": 1,, \"b\": 2}", "]"})
    void a_text_that_is_not_of_the_format_is_told_without_an_exception(String text) {
        assertFalse(problems(text).isEmpty());
    }

    @Test
    void a_mistake_is_told_where_it_stands() {
        assertEquals(
                3, problems("{\n  \"a\": 1,\n  , \"b\": 2\n}").get(0).spot().line());
    }

    @Test
    void deep_nesting_is_refused() {
        assertFalse(problems("[".repeat(100_000)).isEmpty());
        assertFalse(problems("[".repeat(100) + "]".repeat(100)).isEmpty());
        tree("[".repeat(60) + "]".repeat(60));
    }
}
