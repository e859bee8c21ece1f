package throughline.core.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Roadmap;

/** What became over a period of what was in a horizon at its start. */
public record Slip(Horizon horizon, List<Fate> fates) {
    private static final Pattern WINDOW = Pattern.compile("(\\d{4})[- ]?([QH])(\\d)");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-\\d{2}");

    public Slip {
        fates = List.copyOf(fates);
    }

    /**
     * What became of one initiative.
     *
     * @param was as it was at the start
     * @param to where it is at the end; empty if it is no longer on the roadmap
     * @param window its release window at the end
     */
    public record Fate(Initiative was, Optional<Horizon> to, Optional<String> window) {
        /** Whether it is in a later horizon, or meant for a later window, than it was. */
        public boolean isSlipped() {
            return isLater() || isInLaterWindow();
        }

        public boolean isLater() {
            return to.filter(end -> isOpen(end) && isOpen(was.horizon()))
                    .filter(end -> end.compareTo(was.horizon()) > 0)
                    .isPresent();
        }

        public boolean isInLaterWindow() {
            OptionalInt before =
                    was.values().find(Initiative.RELEASE).map(Slip::end).orElse(OptionalInt.empty());
            OptionalInt after = window.map(Slip::end).orElse(OptionalInt.empty());
            return to.filter(Fate::isOpen).isPresent()
                    && before.isPresent()
                    && after.isPresent()
                    && after.getAsInt() > before.getAsInt();
        }

        public boolean isDone() {
            return to.equals(Optional.of(Horizon.DONE));
        }

        /** Whether it left its horizon without being done. */
        public boolean isChurn() {
            return !isDone() && !to.equals(Optional.of(was.horizon()));
        }

        private static boolean isOpen(Horizon horizon) {
            return horizon != Horizon.DONE && horizon != Horizon.DROPPED;
        }
    }

    /** Of Now, Next and Later, in this order. */
    public static List<Slip> between(Roadmap start, Roadmap end) {
        return Stream.of(Horizon.NOW, Horizon.NEXT, Horizon.LATER)
                .map(horizon -> new Slip(
                        horizon,
                        start.in(horizon).stream().map(was -> fate(was, end)).toList()))
                .toList();
    }

    private static Fate fate(Initiative was, Roadmap end) {
        Optional<Initiative> is = end.find(was.id(), Initiative.class);
        return new Fate(
                was,
                is.map(Initiative::horizon),
                is.flatMap(found -> found.values().find(Initiative.RELEASE)));
    }

    public int started() {
        return fates.size();
    }

    public List<Fate> slipped() {
        return fates.stream().filter(Fate::isSlipped).toList();
    }

    public int done() {
        return (int) fates.stream().filter(Fate::isDone).count();
    }

    /** How many left the horizon without being done. */
    public int churned() {
        return (int) fates.stream().filter(Fate::isChurn).count();
    }

    /** Churn as a share of what was there at the start, in whole percent; 0 of nothing. */
    public int churn() {
        return fates.isEmpty() ? 0 : Math.round(100f * churned() / started());
    }

    /** The quarter in which a window ends, counted; empty for what is none. */
    private static OptionalInt end(String window) {
        Matcher part = WINDOW.matcher(window);
        if (part.matches()) {
            int number = Integer.parseInt(part.group(3));
            return OptionalInt.of(
                    4 * Integer.parseInt(part.group(1)) + (part.group(2).equals("H") ? 2 : 1) * number);
        }
        Matcher day = DAY.matcher(window);
        return day.matches()
                ? OptionalInt.of(4 * Integer.parseInt(day.group(1)) + (Integer.parseInt(day.group(2)) + 2) / 3)
                : OptionalInt.empty();
    }
}
