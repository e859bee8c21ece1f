package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Snapshot;
import throughline.core.people.PersonId;
import throughline.core.review.Pack;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.SuccessCriterion;

/** Calibration and drift, computed a second time straight from the facts, by folding the whole log day by day. */
class ReviewFiguresTest {
    private static final Quarter Q4 = Quarter.of("2026-Q4").orElseThrow();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void what_is_shown_of_a_quarter_follows_from_its_facts() {
        Chat chat = Quarterly.chat();
        ByHand byHand = new ByHand(chat.store.log());
        assertEquals(Set.of("I1", "I2", "I3", "I4", "I5", "I6"), byHand.held);
        assertEquals(List.of("I5 2026-11-03 p2", "I6 2026-11-10 p1"), List.copyOf(byHand.drift.values()));
        String shown = chat.ask("maya", "review");
        assertTrue(shown.contains(byHand.drift.size() + " of " + byHand.held.size() + " came into Now after"), shown);
        int[] high = byHand.calibration.get(Confidence.HIGH);
        assertTrue(
                shown.contains("Bets promised at high confidence came true " + high[0] + " of " + high[1] + " times."),
                shown);
    }

    @Test
    void they_are_the_same_for_any_history_of_a_quarter() {
        int drifted = 0;
        int promised = 0;
        for (int seed = 0; seed < 150; seed++) {
            Chat chat = Quarterly.chat();
            happening(chat, new Random(seed));
            Snapshot snapshot = chat.store.load("");
            Pack pack = Pack.of(
                    snapshot.roadmap(),
                    snapshot.history(),
                    snapshot.people().find(Acme.MAYA).orElseThrow(),
                    Q4,
                    Q4.to());
            ByHand byHand = new ByHand(chat.store.log());
            String which = "seed " + seed;
            assertEquals(
                    byHand.held,
                    pack.entries().stream()
                            .map(entry -> entry.bet().id().text())
                            .collect(Collectors.toSet()),
                    which);
            assertEquals(
                    Set.copyOf(byHand.drift.values()),
                    pack.drift().stream()
                            .map(one -> one.initiative() + " " + one.on() + " " + one.by())
                            .collect(Collectors.toSet()),
                    which);
            assertEquals(
                    byHand.told(),
                    pack.calibration().stream()
                            .map(kept -> kept.promised() + " " + kept.kept() + " of " + kept.of())
                            .toList(),
                    which);
            drifted += byHand.drift.size();
            promised += byHand.calibration.size();
        }
        assertTrue(drifted > 300 && promised > 100, drifted + " " + promised);
    }

    /** Three months of moves by anybody, with and without a record, and of measurements. */
    private static void happening(Chat chat, Random random) {
        List<String> bets = List.of("I1", "I2", "I3", "I4", "I5", "I6", "I8", "I9");
        List<PersonId> people = List.of(Acme.MAYA, Acme.TOM);
        for (int day = 0; day < 14; day++) {
            Quarterly.at(chat, LocalDate.of(2026, 12, 17).plusDays(day) + "T12:00:00Z");
            String bet = bets.get(random.nextInt(bets.size()));
            Horizon from = chat.store
                    .load("")
                    .roadmap()
                    .find(new ItemId(bet), Initiative.class)
                    .orElseThrow()
                    .horizon();
            Horizon to = List.of(Horizon.values()).get(random.nextInt(5));
            PersonId by = people.get(random.nextInt(people.size()));
            if (from != to && to == Horizon.NOW && random.nextInt(4) > 0) {
                Quarterly.moved(chat, by, bet, from, to, admission(chat.now(), by, random));
            } else if (from != to) {
                Quarterly.moved(chat, by, bet, from, to);
            }
            if (random.nextInt(3) == 0) {
                Quarterly.measured(chat, "O1-KR1", (35 + random.nextInt(30)) + "%");
                Quarterly.measured(chat, "O2-KR1", "1." + random.nextInt(9));
            }
        }
    }

    private static Admission admission(Instant now, PersonId by, Random random) {
        return new Admission(
                now.atZone(BERLIN).toLocalDate(),
                Optional.of(by),
                Admission.Way.GATE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(List.of(Confidence.values()).get(random.nextInt(3))));
    }

    /** Folds the log from its beginning and looks at Now after every commit. */
    private static final class ByHand {
        private final Set<String> held = new LinkedHashSet<>();
        private final Map<String, String> drift = new LinkedHashMap<>();
        private final Map<Confidence, int[]> calibration = new TreeMap<>();
        private final Map<String, Confidence> promised = new TreeMap<>();

        ByHand(List<ChangeSet> log) {
            Instant start = Instant.parse("2026-09-30T22:00:00Z");
            Instant planned = Instant.parse("2026-10-14T22:00:00Z");
            Instant end = Instant.parse("2026-12-31T23:00:00Z");
            Roadmap roadmap = Roadmap.empty();
            Set<String> plan = new LinkedHashSet<>();
            for (ChangeSet facts : log) {
                Set<String> before = inNow(roadmap);
                roadmap = roadmap.on(facts);
                Set<String> after = inNow(roadmap);
                Instant at = facts.stamp().at();
                facts.changes().forEach(this::promise);
                if (at.isBefore(start)) {
                    held.clear();
                    held.addAll(after);
                } else if (at.isBefore(end)) {
                    held.addAll(after);
                }
                if (at.isBefore(planned)) {
                    plan.clear();
                    plan.addAll(after);
                } else if (at.isBefore(end)) {
                    after.removeAll(before);
                    after.removeAll(plan);
                    String how = at.atZone(BERLIN).toLocalDate() + " "
                            + facts.stamp().by();
                    after.forEach(bet -> drift.putIfAbsent(bet, bet + " " + how));
                }
            }
            Roadmap last = roadmap;
            held.forEach(bet -> judge(last, bet));
        }

        private static Set<String> inNow(Roadmap roadmap) {
            return roadmap.initiatives().stream()
                    .filter(bet -> bet.horizon() == Horizon.NOW)
                    .filter(bet -> bet.owner().equals(Optional.of(Acme.MAYA)))
                    .map(bet -> bet.id().text())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private void promise(Change change) {
            if (change instanceof Change.Added added && added.item() instanceof Initiative bet) {
                bet.entered()
                        .flatMap(Admission::confidence)
                        .ifPresent(level -> promised.put(bet.id().text(), level));
            }
            if (change instanceof Change.Edited<?> edited && (Object) edited.field() == Initiative.ENTERED) {
                Admission entered = (Admission) edited.after().orElseThrow();
                promised.put(edited.item().text(), entered.confidence().orElseThrow());
            }
        }

        private void judge(Roadmap roadmap, String id) {
            Initiative bet = roadmap.find(new ItemId(id), Initiative.class).orElseThrow();
            Optional<Boolean> reached = bet.values().all(Initiative.SUCCESS).stream()
                    .findFirst()
                    .flatMap(criterion -> reached(roadmap, bet, criterion));
            boolean isGivenUp = bet.horizon() == Horizon.DROPPED && !reached.equals(Optional.of(true));
            Optional<Boolean> cameTrue = isGivenUp ? Optional.of(false) : reached;
            Confidence level = promised.get(id);
            if (cameTrue.isPresent() && level != null) {
                int[] count = calibration.computeIfAbsent(level, one -> new int[2]);
                count[0] += cameTrue.get() ? 1 : 0;
                count[1]++;
            }
        }

        /** Empty while nobody can tell: nothing was measured since it came in, or it is missed so far and not due. */
        private static Optional<Boolean> reached(Roadmap roadmap, Initiative bet, SuccessCriterion criterion) {
            Optional<KeyResult> keyResult = roadmap.find(bet.serves().get(0), KeyResult.class)
                    .filter(one -> criterion.measure().equals(Optional.of(one.metric())));
            LocalDate since = bet.entered().map(Admission::on).orElse(LocalDate.MIN);
            Optional<Double> at = keyResult
                    .flatMap(KeyResult::lastCheckIn)
                    .filter(checkIn -> !checkIn.on().isBefore(since))
                    .map(checkIn -> number(checkIn.value()));
            double from = number(criterion.baseline().orElseThrow());
            double to = number(criterion.target().orElseThrow());
            boolean isDue = criterion.by().equals(Optional.of("2026-Q4"));
            return at.map(value -> to > from ? value >= to : value <= to).filter(is -> is || isDue);
        }

        private static double number(String text) {
            return Double.parseDouble(text.replace("%", ""));
        }

        /** The highest first. */
        List<String> told() {
            List<String> told = new ArrayList<>();
            calibration.forEach((level, count) -> told.add(0, level + " " + count[0] + " of " + count[1]));
            return told;
        }
    }
}
