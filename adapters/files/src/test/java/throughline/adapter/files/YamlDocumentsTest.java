package throughline.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.data.Datum;
import throughline.core.data.Datum.Scalar;
import throughline.core.interchange.Documents;
import throughline.core.interchange.DocumentsContract;
import throughline.core.interchange.Problem;

class YamlDocumentsTest extends DocumentsContract {
    @Override
    protected Documents documents() {
        return new YamlDocuments();
    }

    private String told(String text) {
        Problem problem = problems(text).get(0);
        return problem.spot().line() + ":" + problem.spot().column() + " " + problem.message();
    }

    private Scalar valueOf(String text) {
        return (Scalar) ((Datum.Mapping) tree(text)).get("a").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, TEXT",
        "on, TEXT",
        "2026-11-20, TEXT",
        "12:30, TEXT",
        "40 %, TEXT",
        "1_000, TEXT",
        "'''55''', TEXT",
        "55, NUMBER",
        "0.5, NUMBER",
        "-3, NUMBER",
        "true, FLAG",
        "False, FLAG",
        "!!str 5, TEXT"
    })
    void only_what_the_core_schema_names_is_more_than_text(String written, Scalar.Type type) {
        assertEquals(type, valueOf("a: " + written).type());
    }

    @Test
    void comments_anchors_blocks_and_a_byte_order_mark_are_understood() {
        String text = "\uFEFF# a comment\nx: &x text # why\na: |\n  two\n  lines\nb: *x\nc: >\n  one\n  line\n";
        assertEquals("two\nlines\n", valueOf(text).text());
        assertEquals("text", ((Scalar) ((Datum.Mapping) tree(text)).get("b").orElseThrow()).text());
    }

    @Test
    void json_with_tabs_and_surrogates_is_understood() {
        assertEquals("😀", valueOf("{\n\t\"a\":\"\\ud83d\\ude00\"\n}").text());
    }

    @Test
    void what_the_parser_complains_about_is_told_in_plain_words() {
        assertEquals("2:1 a tab cannot indent a line; use spaces", told("a:\n\t- b"));
        assertEquals("1:4 the quote that opens here is never closed", told("a: 'x\nb: y"));
        assertEquals("2:1 “:” is missing; expected “key: value”", told("a: 1\nkey\nb: 2"));
        assertEquals("2:2 expected “,” or “]” to close what opens in line 1", told("a: [1, 2\nb: 3"));
        assertEquals("1:9 expected “,” or “}” to close what opens in line 1", told("a: {x: 1"));
        assertEquals("1:4 text cannot begin with “@”; put it in quotes", told("a: @maya"));
        assertEquals(
                "1:14 “:” is not expected here; keys of one group begin in the same column, and text that contains “: ”"
                        + " stands in quotes",
                told("title: Faster: search"));
        assertEquals("1:4 a list entry “- ” begins on a line of its own", told("a: - b"));
        assertEquals("3:2 this line is not indented as those above that it belongs to", told("a:\n  - x\n - y"));
        assertEquals(
                "1:8 text continues after the value has ended; put the whole value in quotes, or indent this line as"
                        + " those above",
                told("a: 'it's'"));
        assertEquals(
                "1:7 “\\” is followed by something unknown; write “\\\\” for a backslash, or use single quotes",
                told("a: \"x\\q\""));
        assertEquals("1:4 expected a value, found “]”", told("a: ]"));
        assertEquals(
                "2:1 this does not belong to anything above; keys of one group begin in the same column",
                told(" a: 1\nb: 2"));
        assertEquals("2:4 the character U+0001 cannot be in a file; delete it", told("b: 1\na: \u0001"));
    }

    @Test
    void what_yaml_allows_and_a_roadmap_has_no_use_for_is_refused() {
        assertEquals(
                "2:1 a second document begins here; one file is one roadmap, so remove “---”", told("a: 1\n---\nb: 2"));
        assertEquals("1:4 the tag “!foo” means nothing here; remove it", told("a: !foo b"));
        assertEquals("1:3 expected a key, such as “title”, found a group of keys", told("? {a: b}\n: c"));
        assertEquals("1:4 “*x” refers to nothing; “&x” has to stand, and end, before it", told("a: *x"));
        assertTrue(told("a: &a [*a]").contains("“*a” refers to nothing"));
    }

    @Test
    void an_empty_file_is_told() {
        assertEquals(
                "0:0 the file is empty; a roadmap file begins with “org: ” and a name", told("# only a comment\n"));
    }

    @Test
    void many_aliases_are_refused() {
        assertEquals("1:211 more than 50 aliases; write the values out", told("a: [&x 1" + ", *x".repeat(51) + "]"));
    }

    @Test
    void a_short_text_cannot_mean_a_huge_tree() {
        StringBuilder laughs = new StringBuilder("l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 17; i++) {
            laughs.append("l%d: &l%d [*l%d, *l%d]%n".formatted(i, i, i - 1, i - 1));
        }
        tree(laughs.toString());
        laughs.append("m: &m [*l16, *l16]\nn: &n [*m, *m]\no: [*n, *n]\n");
        assertTrue(told(laughs.toString()).contains("more than 8 million values"));
    }

    @Test
    void a_hostile_text_costs_neither_time_nor_memory() {
        told(Duration.ofSeconds(60), "[".repeat(50_000_000));
        told(Duration.ofSeconds(60), "{".repeat(50_000_000));
        told(Duration.ofSeconds(60), "- ".repeat(25_000_000));
        told(Duration.ofSeconds(60), "x".repeat(10_000_000) + ": 1");
        told(Duration.ofSeconds(60), "a: 'x" + "y z".repeat(5_000_000));
        told(Duration.ofSeconds(60), "a: &x [" + "[],".repeat(500_000) + "]\nb: [" + "*x, ".repeat(40) + "]");
        told(Duration.ofSeconds(60), "x".repeat(64 * 1024 * 1024 + 1));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> valueOf("a: " + "x".repeat(10_000_000)));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> valueOf("a: \"" + "x ".repeat(5_000_000) + "\""));
    }

    private void told(Duration limit, String text) {
        assertTimeoutPreemptively(limit, () -> problems(text));
    }
}
