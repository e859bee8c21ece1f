package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Pulse;

/** The year is read as well: -Dyear.print=true prints what became of it. */
class YearOfRitualsTest {
    private static final YearOfRituals YEAR = YearOfRituals.run(Long.getLong("year.seed", 6));

    @Test
    void nobody_is_told_more_than_a_message_a_day_and_mostly_two_a_week_at_most() {
        if (Boolean.getBoolean("year.print")) {
            System.out.println(YEAR.report());
        }
        List<Integer> weeks = YEAR.perWeek();
        assertTrue(weeks.get(weeks.size() / 2) <= 2, weeks.toString());
        assertTrue(weeks.get(weeks.size() - 1) <= 5);
        List<Integer> inAll = YEAR.perWeekInAll();
        assertTrue(inAll.get(inAll.size() / 2) <= 2, inAll.toString());
        assertEquals(
                YEAR.said.size(),
                YEAR.said.stream()
                        .map(one -> one.person().id() + " " + one.day())
                        .distinct()
                        .count());
    }

    @Test
    void it_is_told_in_working_hours_alone() {
        YEAR.said.forEach(one -> {
            assertFalse(YearOfRituals.isFree(one.day()), one.toString());
            assertFalse(one.time().isBefore(LocalTime.of(9, 30)), one.toString());
            assertTrue(one.time().isBefore(LocalTime.of(18, 0)), one.toString());
        });
    }

    @Test
    void every_ritual_happens() {
        for (String kind :
                List.of("check-in", "check-in once more", "pulse", "sync", "cascade", "news", "flag", "review")) {
            assertTrue(YEAR.told.getOrDefault(kind, 0) > 0, kind + " in " + YEAR.told);
        }
        assertTrue(YEAR.nudges > 240, YEAR.nudges + " nudges");
    }

    @Test
    void only_teams_of_five_have_a_pulse_and_only_five_answers_a_figure() {
        YEAR.end().teams().stream()
                .forEach(team -> YEAR.end().pulses(team).forEach(pulse -> {
                    assertTrue(team.members().size() >= Pulse.FEWEST);
                    pulse.share().ifPresent(share -> assertTrue(share.answers() >= Pulse.FEWEST));
                }));
        assertTrue(YEAR.end().all(Kind.PULSE).stream()
                .anyMatch(pulse -> ((Pulse) pulse).share().isPresent()));
    }
}
