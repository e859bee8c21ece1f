package throughline.core.ritual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import throughline.core.roadmap.Team;

class YearOfNudgesTest {
    private static final YearOfNudges YEAR = YearOfNudges.run(Long.getLong("year.seed", 6));

    @Test
    void each_of_twelve_teams_is_nudged_20_to_50_times_at_half_past_nine() {
        if (Boolean.getBoolean("year.print")) {
            System.out.println(YEAR.report());
        }
        assertEquals(12, YEAR.teams().size());
        for (Team team : YEAR.teams()) {
            List<YearOfNudges.Said> said = YEAR.of(team);
            assertTrue(said.size() >= 20 && said.size() <= 50, team.title() + " got " + said.size());
            assertEquals(Set.of(LocalTime.of(9, 30)), YearOfNudges.times(said));
            assertEquals(
                    said.size(),
                    said.stream().map(YearOfNudges.Said::week).distinct().count());
        }
    }

    @Test
    void no_two_weeks_running_are_alike() {
        for (Team team : YEAR.teams()) {
            assertEquals(0, YearOfNudges.alike(YEAR.of(team)), team.title());
        }
    }

    @Test
    void no_nudge_has_more_than_twelve_lines() {
        YEAR.said.forEach(said -> assertTrue(said.text().lines().count() <= 12, said.text()));
    }
}
