package throughline.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import throughline.core.interchange.Import;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.Role;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Theme;

class SampleRoadmapTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 21);

    private final Import.Understood understood =
            Imports.understood(Approved.text(Approved.config("sample-roadmap.yaml")));
    private final Roadmap roadmap = Imports.folded(understood);
    private final People people = People.of(understood.people());

    @Test
    void it_is_a_whole_organization() {
        assertEquals("Tallyard", roadmap.organization());
        assertEquals(5, roadmap.objectives().size());
        assertEquals(16, roadmap.all(Kind.KEY_RESULT).size());
        assertEquals(6, roadmap.themes().size());
        assertEquals(24, roadmap.initiatives().size());
        assertEquals(4, roadmap.teams().size());
        assertEquals(3, roadmap.strategies().size());
        assertTrue(roadmap.initiatives().stream()
                        .filter(one -> roadmap.building(one).size() > 0)
                        .count()
                >= 4);
        assertEquals(11, roadmap.all(Kind.WORKSTREAM).size());
    }

    @Test
    void every_horizon_has_something_and_now_has_more_than_one_screen() {
        assertEquals(6, roadmap.in(Horizon.NOW).size());
        for (Horizon horizon : Horizon.values()) {
            assertTrue(roadmap.in(horizon).size() >= 2, horizon::title);
        }
    }

    @Test
    void every_key_result_has_been_measured_between_two_and_six_times() {
        assertTrue(roadmap.all(Kind.KEY_RESULT).stream()
                .map(KeyResult.class::cast)
                .allMatch(one -> one.checkIns().size() >= 2 && one.checkIns().size() <= 6));
        assertEquals(
                List.of("O4-KR1"),
                roadmap.all(Kind.KEY_RESULT).stream()
                        .map(KeyResult.class::cast)
                        .filter(one -> one.isCheckInDue(FIRST_DAY))
                        .map(one -> one.id().text())
                        .toList());
    }

    @Test
    void somebody_plays_each_role_and_can_be_spoken_as() {
        Set<Role> roles =
                people.stream().flatMap(person -> person.roles().stream()).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Role.class), roles);
        for (String handle :
                List.of("maya", "sam", "ana", "tom", "priya", "elena", "admin", "daniel.cho", "daniel.weiss")) {
            assertTrue(people.find(Account.local(handle)).isPresent(), handle);
        }
    }

    @Test
    void the_onboarding_wizard_serves_activation() {
        Initiative wizard = roadmap.find(new ItemId("I3"), Initiative.class).orElseThrow();
        KeyResult activation =
                roadmap.find(wizard.serves().get(0), KeyResult.class).orElseThrow();
        assertEquals("Onboarding wizard", wizard.title());
        assertEquals("7-day activation", activation.metric());
        assertEquals("40%", activation.baseline().orElseThrow());
        assertEquals("55%", activation.target().orElseThrow());
        assertEquals("46%", activation.current().orElseThrow());
    }

    @Test
    void it_has_the_mistakes_that_the_check_is_shown_with() {
        assertEquals(
                List.of("I6", "I17"),
                roadmap.orphans().stream().map(one -> one.id().text()).toList());
        assertEquals(
                List.of("T6"),
                roadmap.themes().stream()
                        .filter(theme -> theme.kpi().isEmpty())
                        .map(theme -> theme.id().text())
                        .toList());
        assertEquals(
                "Launch the new staff app", roadmap.find("O5").orElseThrow().title());
        assertEquals("2027-03-15", roadmap.find("I11").orElseThrow().values().get(Initiative.RELEASE));
    }

    @Test
    void titles_are_told_apart() {
        Set<String> titles = new HashSet<>();
        roadmap.initiatives().stream().map(Initiative::title).forEach(titles::add);
        roadmap.themes().stream().map(Theme::title).forEach(titles::add);
        assertEquals(30, titles.size());
    }
}
