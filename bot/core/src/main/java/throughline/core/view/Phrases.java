package throughline.core.view;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.people.PersonId;
import throughline.core.question.Lines;
import throughline.core.roadmap.Confirmation;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Precedent;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Window;

/** The phrases that answers are built of, as one person would read them today. */
public final class Phrases {
    private final Scene scene;

    public Phrases(Scene scene) {
        this.scene = scene;
    }

    /** "Guided setup (I3)"; a team has no id that people know. */
    public static String named(Item item) {
        return item.kind() == Kind.TEAM ? item.title() : clipped(item.title()) + " (" + item.id() + ")";
    }

    public static String quoted(String text) {
        return "“" + text + "”";
    }

    /** At most 120 characters, so that a title fits a first line. */
    public static String clipped(String text) {
        return clipped(text, 120);
    }

    /** At most so many characters; none of them is halved. */
    public static String clipped(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** "“Repaint the lobby” serves no OKR". */
    public static String serving(Precedent precedent) {
        List<String> served = precedent.serves().stream().map(ItemId::text).toList();
        return quoted(clipped(precedent.title())) + " serves " + (served.isEmpty() ? "no OKR" : listed(served));
    }

    /** As a sentence: with a full stop unless it has an end. */
    public static String closed(String text) {
        String stripped = text.strip();
        return stripped.matches("(?s).*[.!?]") ? stripped : stripped + ".";
    }

    /** With a capital letter and a full stop. */
    public static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? "" : closed(Character.toUpperCase(stripped.charAt(0)) + stripped.substring(1));
    }

    /** "18,000". */
    public static String digits(int count) {
        return count < 1_000 ? String.valueOf(count) : String.format(Locale.US, "%,d", count);
    }

    public static String plural(int count, String one, String many) {
        return digits(count) + " " + (count == 1 ? one : many);
    }

    /** "A", "A and B", "A, B and C". */
    public static String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    public String call(PersonId person) {
        return scene.people().call(person);
    }

    /** The title of another item, or its id if it is gone. */
    public String title(ItemId id) {
        return scene.roadmap().find(id).map(Item::title).orElse(id.text());
    }

    /** "7-day activation 40% → 55%, now 46%". */
    public static String progress(KeyResult keyResult) {
        return keyResult.metric()
                + figures(keyResult).map(figures -> " " + figures).orElse("");
    }

    /** "40% → 55%, now 46%"; empty if nothing was ever given. */
    public static Optional<String> figures(KeyResult keyResult) {
        String way = way(keyResult).orElse("");
        String now = keyResult.current().map(figure -> "now " + figure).orElse("");
        return Optional.of(Stream.of(way, now).filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")))
                .filter(figures -> !figures.isEmpty());
    }

    /** "40% → 55%"; empty if neither was given. */
    public static Optional<String> way(KeyResult keyResult) {
        return Optional.of(Stream.of(keyResult.baseline(), keyResult.target())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" → ")))
                .filter(way -> !way.isEmpty());
    }

    /** "by Q1 2027", if a time is given. */
    public static Optional<String> byWhen(KeyResult keyResult) {
        return keyResult
                .due()
                .map(due -> "by " + Window.of(due).map(Window::title).orElse(due));
    }

    /** "H1 2027": the release window, if one is given as a quarter or a half year; a hard date is told as its quarter. */
    public static Optional<String> window(Initiative initiative) {
        return initiative.window().map(Window::title);
    }

    /** "→ O1-KR2 7-day activation 40% → 55%, now 46%", one for each key result, or that there is no line. */
    public List<Prose> lineOf(Initiative initiative) {
        List<Prose> lines = new Lines(scene.roadmap())
                .keyResultsOf(initiative)
                .map(keyResult -> Prose.of("→ " + keyResult.id() + " ")
                        .thenEmphasis(keyResult.metric())
                        .then(figures(keyResult).map(figures -> " " + figures).orElse("")))
                .toList();
        return lines.isEmpty() ? List.of(Prose.strong("no line to an OKR")) : lines;
    }

    /** "high confidence". */
    public static String confidence(Initiative initiative) {
        return initiative.confidence().title() + " confidence";
    }

    /** "entered by override, Maya, 2 September"; empty if its entry into Now was not recorded. */
    public Optional<String> entered(Initiative initiative) {
        return initiative
                .entered()
                .map(entry -> Stream.of(
                                Optional.of(
                                        switch (entry.way()) {
                                            case GATE -> "entered through the gate";
                                            case SWAP ->
                                                "entered in place of "
                                                        + entry.instead()
                                                                .map(ItemId::text)
                                                                .orElse("another");
                                            case OVERRIDE -> "entered by override";
                                            case BEFORE_GATE -> "entered before the gate";
                                        }),
                                entry.by().map(this::call),
                                Optional.of(day(entry.on(), scene.today())))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")));
    }

    /** "not confirmed in the review of Q4 2026": no review of that quarter or a later one says so, and it is there since then. */
    public Optional<String> unconfirmed(Initiative initiative) {
        return scene.roadmap().notConfirming(initiative).stream()
                .filter(review -> scene.roadmap().reviewing(initiative).stream()
                        .noneMatch(later -> later.quarter().compareTo(review.quarter()) >= 0))
                .filter(review -> initiative
                        .entered()
                        .filter(entry -> entry.on().isAfter(review.quarter().to()))
                        .isEmpty())
                .reduce((earlier, later) -> later)
                .filter(review -> initiative.horizon() == Horizon.NOW)
                .map(review -> "not confirmed in " + review.title());
    }

    /** "confirmed 12 days ago by Maya", or what the last fact about it was. */
    public String freshness(Item item) {
        Optional<Confirmation> confirmed =
                item instanceof Initiative initiative ? initiative.confirmed() : Optional.empty();
        Optional<Stamp> last = scene.roadmap().lastTouched(item.id());
        Optional<Stamp> later = last.filter(stamp ->
                        !stamp.by().equals(PersonId.BOT) && !stamp.via().equals("file"))
                .filter(stamp ->
                        confirmed.map(it -> it.on().isBefore(day(stamp))).orElse(true));
        return later.map(stamp -> "changed " + ago(day(stamp)) + " by " + call(stamp.by()))
                .or(() -> confirmed.map(it -> "confirmed " + ago(it.on()) + " by " + call(it.by())))
                .or(() -> last.map(stamp -> "imported " + ago(day(stamp))))
                .orElse("");
    }

    public String ago(LocalDate day) {
        return Ages.since(day, scene.today());
    }

    /** "25 November", with the year if it is another one than today's. */
    public static String day(LocalDate day, LocalDate today) {
        String pattern = day.getYear() == today.getYear() ? "d MMMM" : "d MMMM uuuu";
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    private LocalDate day(Stamp stamp) {
        ZoneId zone = scene.zone();
        return stamp.at().atZone(zone).toLocalDate();
    }
}
