package throughline.core.ritual;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.roadmap.Pulse;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;

/** How many of a team could say which OKR its work serves, month by month; nothing that tells of a person. */
public record Articulation(Team team, List<Pulse> known) {
    private static final int MONTHS = 4;

    public static Articulation of(Roadmap roadmap, Team team) {
        List<Pulse> known = roadmap.pulses(team).stream()
                .filter(pulse -> pulse.share().isPresent())
                .toList();
        return new Articulation(team, known.subList(Math.max(0, known.size() - MONTHS), known.size()));
    }

    /** "7 or more of 9 in November, 5 of 9 in October", the newest first; empty as long as nothing may be told. */
    public Optional<String> words() {
        List<String> months = new java.util.ArrayList<>(
                known.stream().map(Articulation::month).toList());
        java.util.Collections.reverse(months);
        return months.isEmpty() ? Optional.empty() : Optional.of(months.stream().collect(Collectors.joining(", ")));
    }

    private static String month(Pulse pulse) {
        String month = YearMonth.parse(pulse.month()).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return pulse.share().map(Pulse.Share::words).orElse("") + " in " + month;
    }

    /** As part of an answer about the team. */
    public Optional<String> line() {
        return words().map(words -> "Articulation: could name the OKR of a bet of theirs: " + words + ".");
    }
}
