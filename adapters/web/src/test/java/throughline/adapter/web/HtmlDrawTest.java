package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;

class HtmlDrawTest {
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</p><script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<iframe src=javascript:alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<b onmouseover=alert(1)>x</b>",
                "<body onload=alert(1)>",
                "<style>*{display:none}</style>",
                "<link rel=stylesheet href=//evil.example>",
                "<meta http-equiv=refresh content=0>",
                "<base href=//evil.example>",
                "<form action=//evil.example>",
                "</form><form>",
                "</textarea><script>alert(1)</script>",
                "</select></fieldset></label>",
                "</option><option selected>",
                "<!-- comment",
                "--><script>",
                "<![CDATA[<script>]]>",
                "<?php echo 1 ?>",
                "<!doctype html>",
                "\" onclick=\"alert(1)",
                "' onclick='alert(1)",
                "` onclick=`alert(1)",
                "\"><script>alert(1)</script>",
                "'><img src=x onerror=alert(1)>",
                "x\" autofocus onfocus=\"alert(1)",
                "&lt;script&gt;",
                "&#60;script&#62;",
                "&amp;amp;",
                "<scr\u0000ipt>",
                "<\u0001img src=x>",
                "<<b>>",
                "< script >",
                "<SCRIPT SRC=//evil.example>",
                "{{constructor.constructor('alert(1)')()}}",
                "${alert(1)}",
                "<math><mtext></mtext></math>",
                "＜script＞",
                "javascript:alert(1)"
            })
    void what_people_wrote_never_becomes_markup(String text) {
        String drawn = HtmlDraw.of(Cards.saying(text));

        assertEquals(skeleton(HtmlDraw.of(Cards.saying("harmless"))), skeleton(drawn));
        assertTrue(drawn.contains(HtmlDraw.escaped(text)));
    }

    /** The tags with their attributes' names; what stands between quotes may differ. */
    private static List<String> skeleton(String html) {
        return TAG.matcher(html)
                .results()
                .map(MatchResult::group)
                .map(tag -> QUOTED.matcher(tag).replaceAll("\"\""))
                .toList();
    }

    @Test
    void escaping_keeps_the_text() {
        assertEquals("a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;\n", HtmlDraw.escaped("a <b> & \"c\" 'd'\n"));
        assertEquals("Ærøskøbing 東京 🚀", HtmlDraw.escaped("Ærøskøbing 東京 🚀"));
    }

    @Test
    void characters_that_html_forbids_are_replaced() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", HtmlDraw.escaped("a\u0000b\u009fc\ud800"));
    }

    @Test
    void nobody_reorders_what_others_read() {
        assertEquals("ab שלום", HtmlDraw.escaped("a\u202E\u2066b\u200B שלום"));
    }

    @Test
    void nothing_in_a_card_runs_or_styles_itself() {
        Set<String> names = new TreeSet<>();
        for (String tag : skeleton(HtmlDraw.of(Cards.saying("x")))) {
            Pattern.compile(" ([a-z-]+)(?=[=\\s>])").matcher(tag).results().forEach(name -> names.add(name.group(1)));
        }
        assertFalse(names.isEmpty());
        assertTrue(names.stream().noneMatch(name -> name.startsWith("on") || name.equals("style")), names::toString);
    }

    @Test
    void every_control_has_a_label() {
        for (Field field : Cards.fields("x")) {
            String drawn = form(field);
            long controls = Pattern.compile("<(input|select|textarea)")
                    .matcher(drawn)
                    .results()
                    .count();
            long labels = Pattern.compile("<label").matcher(drawn).results().count();
            assertEquals(controls, labels, drawn);
        }
    }

    @Test
    void few_alternatives_are_radio_buttons_and_many_a_list() {
        assertTrue(form(choiceOf(8)).contains("<fieldset><legend>Objective</legend>"));
        assertTrue(form(choiceOf(9)).contains("<select name=\"objective\" required>"));
    }

    @Test
    void what_stands_there_at_first_is_chosen() {
        assertTrue(form(choiceOf(3).startingWith("O2")).contains("value=\"O2\" required checked"));
        assertTrue(form(choiceOf(20).startingWith("O2")).contains("value=\"O2\" selected"));
        assertTrue(form(Field.text("why", "Why", true).startingWith("Because")).contains(">Because</textarea>"));
    }

    @Test
    void what_may_be_left_out_says_so() {
        assertTrue(form(Field.text("why", "Why", false)).contains("Why <small>(optional)</small>"));
        assertFalse(form(Field.text("why", "Why", true)).contains("optional"));
    }

    @Test
    void the_headline_comes_first_and_details_follow_their_name() {
        Block.Items.Row row = new Block.Items.Row(Prose.strong("I3"), List.of(Prose.of("Growth"), Prose.of("→ O1")));
        assertEquals(
                "<p class=\"headline\"><strong>Now: 1 bet.</strong></p>"
                        + "<ul><li><span class=\"name\"><strong>I3</strong></span> <span class=\"details\">"
                        + "<span>Growth</span> <span>→ O1</span></span></li></ul>",
                HtmlDraw.of(Card.of("Now: 1 bet.", new Block.Items(List.of(row)))));
    }

    @Test
    void what_is_wrong_is_tied_to_its_field() {
        for (Field field : Cards.fields("x")) {
            String drawn = HtmlDraw.of(Card.of(
                    "Not saved yet.",
                    new Block.Form(
                                    List.of(Field.text("why", "Why", false), field),
                                    Button.primary("send", "Send", ""),
                                    Optional.empty())
                            .with(Map.of(field.id(), "Fill this in."))));
            assertTrue(drawn.contains("<p class=\"problem\" role=\"alert\" id=\"problem-2\">Fill this in.</p>"), drawn);
            assertEquals(2, drawn.split("aria-describedby=\"problem-2\"", -1).length, drawn);
            assertTrue(drawn.contains("aria-invalid=\"true\""), drawn);
            assertFalse(form(field).contains("aria-"), drawn);
        }
    }

    @Test
    void what_stands_below_a_node_is_set_in_with_it() {
        Block.Items.Row row = new Block.Items.Row(Prose.strong("\u2003└ Theme T1"), List.of(Prose.of("KPI")));
        assertTrue(HtmlDraw.of(Card.of("Tree", new Block.Items(List.of(row)))).contains("<li class=\"under-2\">"));
    }

    private static Field choiceOf(int options) {
        return Field.choice(
                "objective",
                "Objective",
                IntStream.rangeClosed(1, options)
                        .mapToObj(number -> new Field.Option("O" + number, "Objective " + number))
                        .collect(Collectors.toList()));
    }

    private static String form(Field field) {
        Button submit = Button.primary("send", "Send", "");
        return HtmlDraw.of(Card.of("Fill in", new Block.Form(List.of(field), submit, Optional.empty())));
    }
}
