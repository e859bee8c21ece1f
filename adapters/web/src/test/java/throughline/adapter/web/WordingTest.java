package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.conversation.Input.Manner;
import throughline.core.conversation.Input.Said;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "/roadmap now,now",
                "  /roadmap   now  ,now",
                "/Roadmap now,now",
                "/throughline okrs all,okrs all",
                "/roadmap,||",
                "/roadmap @throughline now,now",
            })
    void a_slash_command_is_for_its_author(String typed, String text) {
        assertEquals(new Said(text, Manner.COMMAND), Wording.heard(typed));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|which okr does I3 serve?|,|which okr does I3 serve?|",
                "@throughline now,now",
                "|@Throughline, now|,now",
                "|@throughline: now|,now",
                "hey @throughline what is now,hey what is now",
                "what is now @throughline,what is now",
                "@throughline /roadmap now,now",
                "@throughline,||",
                "mail bot@throughline.example,mail bot@throughline.example",
                "ask @throughlines,ask @throughlines",
                "ask @throughline.bot,ask @throughline.bot",
                "/roadmaps now,/roadmaps now",
                "say /roadmap now,say /roadmap now",
                "/help,/help",
            })
    void everything_else_is_said_openly(String typed, String text) {
        assertEquals(new Said(text, Manner.OPEN), Wording.heard(typed));
    }

    @Test
    void lines_of_a_longer_text_stay() {
        assertEquals(
                new Said("which OKR does this serve:\na\n b", Manner.COMMAND),
                Wording.heard("/roadmap which OKR does this serve:\na\n b\n"));
    }
}
