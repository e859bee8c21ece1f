package throughline.core.ritual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;

/** How many of a team's answers were on track, week by week. */
public record Trend(List<Week> weeks) {
    /** So many weeks are told, this one included. */
    private static final int WEEKS = 6;

    public Trend {
        weeks = List.copyOf(weeks);
    }

    /** A week's answers. */
    public record Week(Period period, List<Alignment> answers) {
        public Week {
            answers = List.copyOf(answers);
        }

        public long count(Alignment.State state) {
            return answers.stream().filter(answer -> answer.state() == state).count();
        }

        /** "W47 2 of 3". */
        String words() {
            return period.id().substring(5) + " " + count(Alignment.State.ON_TRACK) + " of " + answers.size();
        }
    }

    public static Trend of(Roadmap roadmap, Team team, LocalDate today) {
        List<Week> weeks = new ArrayList<>();
        for (int back = WEEKS - 1; back >= 0; back--) {
            weeks.add(week(roadmap, team, Period.weekOf(today.minusWeeks(back))));
        }
        return new Trend(weeks);
    }

    static Week week(Roadmap roadmap, Team team, Period period) {
        return new Week(period, roadmap.alignment(team, period.id()).toList());
    }

    /** "on track 5 of 7 answers in 6 weeks: W45 1 of 2, W46 2 of 2, W47 2 of 3"; empty if nobody answered. */
    public Optional<String> words() {
        List<Week> answered =
                weeks.stream().filter(week -> !week.answers().isEmpty()).toList();
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        long all = answered.stream().mapToLong(week -> week.answers().size()).sum();
        long good = answered.stream()
                .mapToLong(week -> week.count(Alignment.State.ON_TRACK))
                .sum();
        return Optional.of("on track in " + good + " of " + all + (all == 1 ? " answer" : " answers") + " in " + WEEKS
                + " weeks: "
                + answered.stream().map(Week::words).collect(Collectors.joining(", ")));
    }

    /** What was answered last that is not on track, each item once, the newest first; with its line of why. */
    public List<Alignment> troubles() {
        Map<Object, Alignment> byItem = Stream.of(weeks)
                .flatMap(List::stream)
                .flatMap(week -> week.answers().stream())
                .collect(Collectors.toMap(Alignment::about, answer -> answer, (earlier, later) -> later));
        return byItem.values().stream()
                .filter(answer -> answer.state() != Alignment.State.ON_TRACK)
                .sorted(Comparator.comparing(Alignment::week)
                        .reversed()
                        .thenComparing(answer -> answer.about().text()))
                .toList();
    }
}
