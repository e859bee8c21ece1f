package throughline.core.ritual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.roadmap.Pulse.Share;

class PulseShareTest {
    @ParameterizedTest
    @CsvSource({
        "9, 9, 7 or more of 9",
        "9, 7, 7 or more of 9",
        "9, 6, 6 of 9",
        "9, 3, 3 of 9",
        "9, 2, at most 2 of 9",
        "9, 0, at most 2 of 9",
        "5, 3, 3 or more of 5",
        "5, 2, at most 2 of 5"
    })
    void it_is_told_no_closer_than_it_may_be(int answers, int right, String words) {
        assertEquals(words, Share.of(answers, right).orElseThrow().words());
    }

    @Test
    void below_five_nothing_is_told() {
        assertEquals(Optional.empty(), Share.of(4, 4));
    }

    /** Whoever knows one answer, the own one, can think of others for everybody else that give the same figure. */
    @Test
    void with_one_answer_known_no_other_one_follows() {
        for (int answers = 5; answers <= 30; answers++) {
            for (int right = 0; right <= answers; right++) {
                Optional<Share> told = Share.of(answers, right);
                for (int own = Math.max(0, 1 - (answers - right)); own <= Math.min(1, right); own++) {
                    int others = answers - 1;
                    boolean mayAllKnow = told.equals(Share.of(answers, own + others));
                    boolean isOpen = false;
                    for (int among = 0; among <= others; among++) {
                        boolean fits = told.equals(Share.of(answers, own + among));
                        isOpen |= fits && (among > 0 && among < others);
                    }
                    assertTrue(isOpen, answers + " answers, " + right + " right, own " + own + mayAllKnow);
                }
            }
        }
    }
}
