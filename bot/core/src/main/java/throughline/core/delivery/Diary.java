package throughline.core.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a ritual has behind it.
 *
 * @param period the last one that is over, whatever became of it
 * @param made in which periods something was made to be said, the last ones, oldest first
 * @param outcome what became of {@code period}, in words
 * @param at when, by the bot's clock
 * @param told what of its parts became what, the last ones, oldest first; for rituals that have parts
 */
public record Diary(String period, List<Made> made, String outcome, Instant at, List<Told> told) {
    private static final int MOST = 8;

    /** More than one person can be told in a month, which is how long something may wait: what is forgotten would be told again. */
    private static final int MOST_TOLD = 200;

    /**
     * That something was made to be said.
     *
     * @param channel where, with the platform; "" if that was not kept
     * @param asked what it asked, as whoever made it writes that; "" if that was not kept
     */
    public record Made(String period, Instant at, String channel, String asked) {}

    /**
     * What became of a part.
     *
     * @param part its id
     * @param outcome "said", or why not
     */
    public record Told(String part, String outcome, Instant at) {}

    public Diary {
        told = List.copyOf(told.subList(Math.max(0, told.size() - MOST_TOLD), told.size()));
        made = made.subList(Math.max(0, made.size() - MOST), made.size()).stream()
                .toList();
    }

    /** Of a ritual without parts. */
    public Diary(String period, List<Made> made, String outcome, Instant at) {
        this(period, made, outcome, at, List.of());
    }

    /** The same with these parts told. */
    public Diary telling(List<Told> parts) {
        return new Diary(period, made, outcome, at, parts);
    }

    /** The same after a period in which something was made. */
    public static Diary made(List<Made> before, Made last) {
        List<Made> all = new ArrayList<>(before);
        all.removeIf(one -> one.period().equals(last.period()));
        all.add(last);
        return new Diary(last.period(), all, "said", last.at());
    }
}
