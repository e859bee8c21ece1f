package throughline.core.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;

/** What came into Now out of turn: against the gate, or in place of another, by quarter and by the department that asked. */
public final class UrgencyTax {
    private static final int MONTHS = 3;

    private final Roadmap roadmap;
    private final Function<PersonId, String> department;
    private final Map<Key, List<Entry>> entries = new LinkedHashMap<>();

    private UrgencyTax(Roadmap roadmap, Function<PersonId, String> department) {
        this.roadmap = roadmap;
        this.department = department;
    }

    /**
     * One quarter of one department.
     *
     * @param delay what a week costs of what went out for it, as far as that is recorded
     */
    public record Line(String quarter, String department, int overrides, int swaps, Optional<BigDecimal> delay) {}

    private record Key(String quarter, String department) {}

    private record Entry(boolean override, Optional<BigDecimal> delay) {}

    /** The latest quarter first, and in it the department with most. */
    public static List<Line> of(Roadmap roadmap, Function<PersonId, String> department) {
        return new UrgencyTax(roadmap, department).lines();
    }

    private List<Line> lines() {
        List<ItemId> decided = new ArrayList<>();
        roadmap.decisions().stream()
                .filter(receipt -> receipt.what() == Receipt.What.SWAP || receipt.what() == Receipt.What.OVERRIDE)
                .filter(receipt -> !receipt.isPending() && receipt.state() != Receipt.State.REPLACED)
                .forEach(receipt -> {
                    receipt.initiative().ifPresent(decided::add);
                    add(quarter(receipt.on()), asker(receipt), receipt.what() == Receipt.What.OVERRIDE, receipt.out());
                });
        roadmap.enteredOutOfTurn().stream()
                .filter(bet -> !decided.contains(bet.id()))
                .forEach(bet -> bet.entered().ifPresent(this::add));
        return entries.entrySet().stream()
                .map(UrgencyTax::line)
                .sorted(Comparator.comparing(Line::quarter)
                        .reversed()
                        .thenComparing(line -> -line.overrides())
                        .thenComparing(line -> -line.swaps())
                        .thenComparing(Line::department))
                .toList();
    }

    private void add(Admission entry) {
        add(
                quarter(entry.on()),
                entry.by().orElse(PersonId.BOT),
                entry.way() == Admission.Way.OVERRIDE,
                entry.instead());
    }

    private void add(String quarter, PersonId asker, boolean override, Optional<ItemId> out) {
        Optional<BigDecimal> delay = out.flatMap(id -> roadmap.find(id, Initiative.class))
                .flatMap(bet -> bet.values().find(Initiative.COST_OF_DELAY))
                .map(CostOfDelay::perWeek);
        entries.computeIfAbsent(new Key(quarter, department.apply(asker)), key -> new ArrayList<>())
                .add(new Entry(override, delay));
    }

    private PersonId asker(Receipt receipt) {
        return receipt.request()
                .flatMap(id -> roadmap.find(id, FeatureRequest.class))
                .map(FeatureRequest::author)
                .orElse(receipt.decider());
    }

    /** "2026-Q4", which sorts by time. */
    private static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + ((day.getMonthValue() - 1) / MONTHS + 1);
    }

    private static Line line(Map.Entry<Key, List<Entry>> of) {
        List<Entry> all = of.getValue();
        int overrides = (int) all.stream().filter(Entry::override).count();
        Optional<BigDecimal> delay =
                all.stream().map(Entry::delay).flatMap(Optional::stream).reduce(BigDecimal::add);
        return new Line(of.getKey().quarter(), of.getKey().department(), overrides, all.size() - overrides, delay);
    }
}
