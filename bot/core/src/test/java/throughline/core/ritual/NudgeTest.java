package throughline.core.ritual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throughline.core.card.PlainText;
import throughline.core.conversation.History;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;

/** A team with one bet, on a Monday. */
class NudgeTest {
    private static final ItemId TEAM = new ItemId("TM1");
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:30:00Z");
    private static final Instant BEFORE = Instant.parse("2026-11-16T08:30:00Z");

    @Test
    void nothing_new_and_all_fresh_is_not_said() {
        assertEquals(Optional.empty(), said(roadmap(bet(NudgeTest::serving), checked()), Wants.ALL));
    }

    @Test
    void trouble_of_last_week_is_asked_about_though_nothing_is_new() {
        Item blocked = answer("2026-W47", true);
        String said = said(roadmap(bet(NudgeTest::serving), checked(), blocked), Wants.ALL)
                .orElse("");
        assertTrue(
                said.contains("I1 was blocked last week: “legal”. Is that solved?")
                        || said.contains("Last week I1 was blocked: “legal”. How is it now?"),
                said);
    }

    @Test
    void what_the_team_told_of_lately_is_not_untouched() {
        Roadmap old = roadmap(Instant.parse("2026-07-01T08:00:00Z"), bet(NudgeTest::serving), checked());
        assertTrue(said(old, Wants.ALL).orElse("").contains("untouched for 145 days"));
        Roadmap told = roadmap(
                Instant.parse("2026-07-01T08:00:00Z"), bet(NudgeTest::serving), checked(), answer("2026-W45", false));
        assertEquals(Optional.empty(), said(told, Wants.ALL));
    }

    @Test
    void a_figure_is_told_once() {
        Item second = Acme.item(
                Kind.INITIATIVE,
                "I2",
                v -> serving(v.with(Initiative.TITLE, "Sample projects")
                        .with(Initiative.TEAM, TEAM)
                        .with(Initiative.HORIZON, Horizon.NOW)));
        Item never = Acme.item(
                Kind.KEY_RESULT,
                "O1-KR1",
                v -> v.with(KeyResult.OBJECTIVE, new ItemId("O1"))
                        .with(KeyResult.TITLE, "More teams are active")
                        .with(KeyResult.METRIC, "7-day activation"));
        String said =
                said(roadmap(bet(NudgeTest::serving), second, never), Wants.ALL).orElse("");
        assertTrue(said.contains("• I1 Guided setup → 7-day activation (not measured yet)"), said);
        assertTrue(said.contains("• I2 Sample projects → 7-day activation, as I1"), said);
        assertTrue(
                said.contains("7-day activation has no figure yet. Does")
                        || said.contains("Without a figure for 7-day activation: how does"),
                said);
    }

    @Test
    void one_bet_without_a_line_is_told_as_one() {
        String said = said(roadmap(bet(v -> v)), Wants.ALL).orElse("");
        assertTrue(said.startsWith("This week in Growth: 1 bet, without a line to an OKR."), said);
        assertTrue(said.contains("• I1 Guided setup: no line to an OKR"), said);
    }

    @Test
    void what_left_now_is_not_told_as_above() {
        Change moved = new Change.Edited<>(
                Kind.INITIATIVE,
                new ItemId("I2"),
                Initiative.HORIZON,
                Optional.of(Horizon.NOW),
                Optional.of(Horizon.LATER));
        Item left = Acme.item(
                Kind.INITIATIVE,
                "I2",
                v -> v.with(Initiative.TITLE, "Dark mode")
                        .with(Initiative.TEAM, TEAM)
                        .with(Initiative.HORIZON, Horizon.LATER));
        String said = said(roadmap(bet(NudgeTest::serving), checked(), left), Wants.ALL, moved)
                .orElse("");
        assertTrue(said.contains("Out of Now: Maya moved Dark mode (I2)"), said);
        Wants snoozed = new Wants(false, Optional.empty(), Map.of(new ItemId("I1"), LocalDate.of(2026, 12, 1)));
        String rest = said(roadmap(bet(NudgeTest::serving), checked(), left), snoozed, moved)
                .orElse("");
        assertTrue(rest.startsWith("This week in Growth: all of Now is snoozed."), rest);
    }

    private static Item answer(String week, boolean isBlocked) {
        return Acme.item(
                Kind.ALIGNMENT,
                "A1",
                v -> v.with(Alignment.TEAM, TEAM)
                        .with(Alignment.WEEK, week)
                        .with(Alignment.ABOUT, new ItemId("I1"))
                        .with(Alignment.BY, Acme.MAYA)
                        .with(Alignment.ON, LocalDate.of(2026, 11, 16))
                        .with(Alignment.STATE, isBlocked ? Alignment.State.BLOCKED : Alignment.State.ON_TRACK)
                        .with(Alignment.WHY, isBlocked ? Optional.of("legal") : Optional.empty()));
    }

    private static Values serving(Values values) {
        return values.with(Initiative.SERVES, List.of(new ItemId("O1-KR1")));
    }

    private static Item bet(UnaryOperator<Values> more) {
        return Acme.item(
                Kind.INITIATIVE,
                "I1",
                v -> more.apply(v.with(Initiative.TITLE, "Guided setup")
                        .with(Initiative.TEAM, TEAM)
                        .with(Initiative.HORIZON, Horizon.NOW)));
    }

    private static Item checked() {
        CheckIn last = new CheckIn(
                LocalDate.of(2026, 11, 20), "46%", Optional.empty(), Optional.empty(), Optional.of(Acme.MAYA));
        return Acme.item(
                Kind.KEY_RESULT,
                "O1-KR1",
                v -> v.with(KeyResult.OBJECTIVE, new ItemId("O1"))
                        .with(KeyResult.TITLE, "More teams are active")
                        .with(KeyResult.METRIC, "7-day activation")
                        .with(KeyResult.CHECK_INS, List.of(last)));
    }

    private static Roadmap roadmap(Item... more) {
        return roadmap(BEFORE.minusSeconds(1), more);
    }

    private static Roadmap roadmap(Instant at, Item... more) {
        Item team = Acme.item(Kind.TEAM, "TM1", v -> v.with(Team.NAME, "Growth"));
        List<Change> changes = Stream.concat(Stream.of(team), Stream.of(more))
                .<Change>map(Change.Added::new)
                .toList();
        return Roadmap.empty().on(new ChangeSet(new Stamp(at, Acme.MAYA, "file"), Optional.empty(), changes));
    }

    private static Optional<String> said(Roadmap roadmap, Wants wants, Change... since) {
        History.Entry entry = new History.Entry(
                "1",
                new ChangeSet(
                        new Stamp(MONDAY.minusSeconds(3600), Acme.MAYA, "local:#growth"),
                        Optional.empty(),
                        List.of(since)));
        Basis basis = new Basis(
                roadmap,
                new Past(List.of(entry)),
                Acme.people(),
                ZoneId.of("Europe/Berlin"),
                MONDAY,
                new Period("2026-W48"),
                Optional.of(BEFORE),
                wants);
        return Nudge.of(roadmap.find(TEAM, Team.class).orElseThrow(), basis)
                .map(nudge -> PlainText.of(nudge.card("ask")));
    }

    private record Past(List<Entry> entries) implements History {
        @Override
        public List<Entry> back(Instant from, int most) {
            return entries;
        }

        @Override
        public List<Entry> about(ItemId item, int most) {
            return List.of();
        }

        @Override
        public Roadmap asOf(Instant moment) {
            return Roadmap.empty();
        }
    }
}
