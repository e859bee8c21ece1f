package throughline.core.ritual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.PulseAnswer;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Pulse;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Values;

/** Which figures are withheld, because beside an earlier one of the same question they would tell what somebody answered. */
class PulseFigureTest {
    private static final LocalDate DAY = LocalDate.parse("2027-01-08");

    private static Pulse pulse(String id, String team, String bet, Optional<Pulse.Share> share) {
        Values values = Values.none()
                .with(Pulse.TEAM, new ItemId(team))
                .with(Pulse.MONTH, "2027-01")
                .with(Pulse.ABOUT, new ItemId(bet))
                .with(Pulse.ON, DAY)
                .with(Pulse.UNTIL, DAY.plusDays(14));
        Values told = share.map(one -> values.with(Pulse.CLOSED, DAY.plusDays(15))
                        .with(Pulse.ANSWERS, BigDecimal.valueOf(one.answers()))
                        .with(Pulse.LEAST, BigDecimal.valueOf(one.least()))
                        .with(Pulse.MOST, BigDecimal.valueOf(one.most())))
                .orElse(values);
        return (Pulse) Kind.PULSE.item(new ItemId(id), told);
    }

    private static People people(int all, int before, int now) {
        return people(all, before, now, 3);
    }

    /** The first of them were asked before, the last are asked now, of whom so many knew it. */
    private static People people(int all, int before, int now, int right) {
        return People.of(IntStream.range(0, all)
                .mapToObj(i -> Person.firstContact(
                                new PersonId("a" + i), "Ana" + i, throughline.core.people.Account.local("ana" + i))
                        .answered(Stream.concat(
                                        Stream.of(new PulseAnswer("PU1", Optional.empty()))
                                                .filter(one -> i < before),
                                        Stream.of(new PulseAnswer("PU2", Optional.of(i >= all - right)))
                                                .filter(one -> i >= all - now))
                                .toList()))
                .toList());
    }

    private static Optional<Pulse.Share> figure(Pulse earlier, Pulse now, People people) {
        List<Change> facts = new ArrayList<>();
        List<Item> items = List.of(
                Acme.bet("I1", "Guided setup", Horizon.NOW, v -> v),
                Acme.bet("I2", "Faster search", Horizon.NOW, v -> v),
                Acme.bet("I3", "guided setup ", Horizon.NEXT, v -> v),
                earlier,
                now);
        items.forEach(item -> facts.add(new Change.Added(item)));
        Roadmap roadmap = Roadmap.empty().on(new ChangeSet(Acme.IMPORTED, Optional.empty(), facts));
        return new PulseRound(roadmap, bet -> Optional.empty()).figure(now, people);
    }

    private static Pulse before(String team, String bet, int answers) {
        return pulse("PU1", team, bet, Pulse.Share.of(answers, 3));
    }

    private static Pulse now(String team, String bet) {
        return pulse("PU2", team, bet, Optional.empty());
    }

    @Test
    void the_same_people_or_five_others_have_a_figure_again() {
        assertTrue(figure(before("TM1", "I1", 6), now("TM1", "I1"), people(6, 6, 6))
                .isPresent());
        assertTrue(figure(before("TM1", "I1", 6), now("TM1", "I1"), people(11, 6, 11, 6))
                .isPresent());
        assertTrue(
                figure(before("TM1", "I2", 6), now("TM1", "I1"), people(7, 6, 7))
                        .isPresent(),
                "another question");
    }

    @Test
    void one_to_four_more_or_fewer_people_have_none() {
        for (int more = 1; more < Pulse.FEWEST; more++) {
            assertEquals(
                    Optional.empty(), figure(before("TM1", "I1", 6), now("TM1", "I1"), people(6 + more, 6, 6 + more)));
        }
        assertEquals(Optional.empty(), figure(before("TM1", "I1", 6), now("TM1", "I1"), people(6, 6, 5)));
    }

    /** Three or more of the first five knew it, and nobody of the second five: three of all ten. */
    @Test
    void what_is_left_of_a_figure_is_none_that_may_not_be_told() {
        Pulse five = pulse("PU1", "TM1", "I1", Pulse.Share.of(5, 3));
        assertEquals(Optional.empty(), figure(five, now("TM1", "I1"), people(10, 5, 10, 3)));
        assertEquals(Optional.empty(), figure(five, now("TM1", "I1"), people(10, 5, 10, 4)), "one of them at most");
        assertTrue(figure(five, now("TM1", "I1"), people(10, 5, 10, 6)).isPresent());
    }

    /** For all figures of so many people: whoever compares the two, knowing one answer, can think of others for everybody else. */
    @Test
    void no_two_figures_together_tell_an_answer() {
        for (int both = 0; both <= 6; both++) {
            for (int before = 5 - Math.min(both, 5); before <= 6; before++) {
                for (int now = 5 - Math.min(both, 5); now <= 6; now++) {
                    compared(both, before, now);
                }
            }
        }
    }

    private static void compared(int both, int before, int now) {
        for (int first = 0; first <= both + before; first++) {
            for (int second = 0; second <= both + now; second++) {
                Pulse.Share one = Pulse.Share.of(both + before, first).orElseThrow();
                Pulse.Share other = Pulse.Share.of(both + now, second).orElseThrow();
                Set<List<Integer>> possible = possible(both, before, now, one, other);
                if (!possible.isEmpty() && !new Beside(both, before, now).isTelling(one, other)) {
                    List<Integer> sizes = List.of(both, before, now);
                    for (int group = 0; group < 3; group++) {
                        int at = group;
                        int size = sizes.get(group);
                        int insiders = size > 1 ? 1 : 0;
                        int most = possible.stream()
                                .mapToInt(some -> some.get(at))
                                .max()
                                .orElseThrow();
                        int least = possible.stream()
                                .mapToInt(some -> some.get(at))
                                .min()
                                .orElseThrow();
                        assertTrue(
                                size == 0 || (most > insiders && least < size - insiders),
                                both + "+" + before + ", " + both + "+" + now + ": " + one + ", " + other);
                    }
                }
            }
        }
    }

    /** How many may have known it of those in both, in the first alone, in the second alone. */
    private static Set<List<Integer>> possible(int both, int before, int now, Pulse.Share one, Pulse.Share other) {
        Set<List<Integer>> possible = new HashSet<>();
        for (int x = 0; x <= both; x++) {
            for (int y = 0; y <= before; y++) {
                for (int z = 0; z <= now; z++) {
                    boolean isSo = Pulse.Share.of(both + before, x + y).equals(Optional.of(one))
                            && Pulse.Share.of(both + now, x + z).equals(Optional.of(other));
                    if (isSo) {
                        possible.add(List.of(x, y, z));
                    }
                }
            }
        }
        return possible;
    }

    @Test
    void who_was_forgotten_since_still_counts_as_one_of_them() {
        assertEquals(Optional.empty(), figure(before("TM1", "I1", 6), now("TM1", "I1"), people(5, 5, 5)));
        assertEquals(
                Optional.empty(),
                figure(before("TM1", "I1", 6), now("TM1", "I1"), people(6, 0, 6)),
                "nobody knows whether they are the same");
    }

    @Test
    void the_same_question_to_another_team_is_the_same_question() {
        assertEquals(Optional.empty(), figure(before("TM1", "I1", 6), now("TM2", "I1"), people(7, 6, 7)));
    }

    @Test
    void what_is_put_on_the_roadmap_a_second_time_is_the_same_question() {
        assertEquals(Optional.empty(), figure(before("TM1", "I3", 6), now("TM1", "I1"), people(7, 6, 7)));
    }

    @Test
    void a_years_answers_are_remembered_as_such() {
        Person person = Person.firstContact(new PersonId("a0"), "Ana", throughline.core.people.Account.local("ana"));
        for (int month = 1; month <= 14; month++) {
            person = person.with(new PulseAnswer("PU" + month, Optional.of(true)));
        }
        assertTrue(person.answer("PU2").isPresent());
        assertEquals(Set.of(), Set.copyOf(person.answer("PU1").stream().toList()));
    }
}
