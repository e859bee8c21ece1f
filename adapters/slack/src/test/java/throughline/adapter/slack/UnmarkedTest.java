package throughline.adapter.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnmarkedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "now ~ now",
                "A &amp; B &lt; C &gt; D ~ A & B < C > D",
                "&amp;lt; ~ &lt;",
                "see <https://a.example/x|the page> ~ see the page",
                "see <https://a.example/x> ~ see https://a.example/x",
                "mail <mailto:a@b.example|a@b.example> ~ mail a@b.example",
                "ask <@U2|ben> ~ ask @ben",
                "ask <@U2> ~ ask @U2",
                "in <#C1|growth> ~ in #growth",
                "in <#C1> ~ in #C1",
                "in <#C1|> ~ in #C1",
                "<!here> look ~ @here look",
                "<!subteam^S1|@pms> look ~ @pms look",
                "$1 \\\\ <x|$2> ~ $1 \\\\ $2",
                "a < b ~ a < b",
                "<> ~ ''",
            })
    void markup_is_taken_away(String marked, String plain) {
        assertEquals(plain, Unmarked.of(marked));
    }

    @Test
    void the_bots_name_is_no_part_of_what_was_said() {
        assertEquals("now", Unmarked.said("<@UBOT> now", "UBOT"));
        assertEquals("ask @U2 now", Unmarked.said("ask <@U2> now <@UBOT|line>", "UBOT"));
        assertEquals("ask @U2", Unmarked.said("<@UBOT> ask <@U2>", ""));
        assertEquals("@UBOT2", Unmarked.said("<@UBOT2>", "UBOT"));
    }

    @Test
    void very_long_text_takes_no_time() {
        assertEquals(200_000, Unmarked.of("<".repeat(200_000)).length());
    }
}
